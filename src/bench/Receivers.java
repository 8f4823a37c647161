import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Receivers of webhooks, all of them of one project in which documents are created at a steady rate. Prints how long
 * after the answer, which is after the commit, and after the sending each event has come to each receiver:
 * {@code java Receivers.java BASE TOKEN DOCUMENT RECEIVERS HANGING RATE SECONDS}. Those that hang answer nothing for a
 * minute, and do not count.
 */
class Receivers {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"[^/]*/ADR-0*([0-9]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":([0-9]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, long[]> written = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<long[]> seen = new ConcurrentLinkedQueue<>();
    private final URI base;
    private final String token;
    private final String project = "hooks-" + Long.toString(System.nanoTime(), 36);

    Receivers(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        new Receivers(URI.create(args[0]), args[1])
                .run(
                        Files.readString(Path.of(args[2])),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]),
                        Integer.parseInt(args[5]),
                        Integer.parseInt(args[6]));
    }

    private void run(String document, int receivers, int hanging, int rate, int seconds) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 1_000);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/hangs", exchange -> hang());
        server.createContext("/", this::receive);
        server.start();
        post("/api/v1/projects", "{\"key\": \"%s\", \"name\": \"Hooks\"}".formatted(project));
        for (int i = 0; i < receivers; i++) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + (i < hanging ? "/hangs" : "/");
            post(
                    "/api/v1/projects/" + project + "/webhooks",
                    "{\"url\": \"%s\", \"types\": [\"dev.docket.document.created.v1\"]}".formatted(url));
        }
        write(document, rate, 5);
        Thread.sleep(3_000);
        written.clear();
        seen.clear();
        write(document, rate, seconds);
        Thread.sleep(1_000);
        int wanted = written.size() * (receivers - hanging);
        for (int i = 0; i < 300 && seen.size() < wanted; i++) {
            Thread.sleep(100);
        }
        print(receivers, hanging, wanted);
        System.exit(seen.size() < wanted ? 1 : 0);
    }

    private void post(String path, String body) throws Exception {
        HttpResponse<String> made = client.send(request(path, body), BodyHandlers.ofString());
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.statusCode() + " " + made.body());
        }
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Matcher subject = SUBJECT.matcher(body);
            if (subject.find()) {
                seen.add(new long[] {Long.parseLong(subject.group(1)), now});
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void write(String document, int rate, int seconds) throws Exception {
        HttpRequest request = request("/api/v1/projects/" + project + "/adrs", document);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
        clock.scheduleAtFixedRate(
                () -> {
                    long sent = System.nanoTime();
                    client.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> note(answer, sent));
                },
                0,
                1_000_000_000L / rate,
                TimeUnit.NANOSECONDS);
        Thread.sleep(Duration.ofSeconds(seconds).toMillis());
        clock.shutdownNow();
    }

    private void note(HttpResponse<String> answer, long sent) {
        long now = System.nanoTime();
        Matcher number = NUMBER.matcher(answer.body());
        if (answer.statusCode() == 201 && number.find()) {
            written.put(Integer.valueOf(number.group(1)), new long[] {sent, now});
        }
    }

    private void print(int receivers, int hanging, int wanted) {
        List<Double> afterAnswer = new ArrayList<>();
        List<Double> afterSending = new ArrayList<>();
        for (long[] each : seen) {
            long[] times = written.get((int) each[0]);
            if (times != null) {
                afterAnswer.add((each[1] - times[1]) / 1e6);
                afterSending.add((each[1] - times[0]) / 1e6);
            }
        }
        System.out.printf(
                "%d documents, %d receivers, %d of them hang; %d of %d deliveries came%n",
                written.size(), receivers, hanging, afterAnswer.size(), wanted);
        row("after the answer", afterAnswer);
        row("after sending", afterSending);
    }

    private static void row(String name, List<Double> millis) {
        millis.sort(null);
        System.out.printf(
                "%-20s %10.1f %10.1f %10.1f%n", name, at(millis, 0.5), at(millis, 0.99), millis.get(millis.size() - 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }
}
