import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens streams, creates documents at a steady rate, and measures how long after the answer, which is after the commit,
 * and after the sending each event has come by each stream: {@code java Follow.java BASE TOKEN DOCUMENT STREAMS RATE SECONDS}.
 */
class Follow {

    private static final Pattern SUBJECT = Pattern.compile("\"subject\":\"p1/ADR-0*([0-9]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"number\":([0-9]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<Integer, long[]> written = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<long[]> seen = new ConcurrentLinkedQueue<>();

    private record Asked(URI base, String token, Path document) {}

    public static void main(String[] args) throws Exception {
        new Follow()
                .run(
                        new Asked(URI.create(args[0]), args[1], Path.of(args[2])),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]),
                        Integer.parseInt(args[5]));
    }

    private void run(Asked asked, int streams, int rate, int seconds) throws Exception {
        CountDownLatch open = new CountDownLatch(streams);
        for (int i = 0; i < streams; i++) {
            HttpRequest request = request(asked, "/api/v1/events?type=dev.docket.document.created.v1&project=p1")
                    .header("Accept", "text/event-stream")
                    .build();
            client.sendAsync(request, info -> BodySubscribers.fromLineSubscriber(new Lines(open)));
        }
        open.await();
        write(asked, rate, 5);
        Thread.sleep(1_000);
        written.clear();
        seen.clear();
        write(asked, rate, seconds);
        for (int i = 0; i < 300 && seen.size() < written.size() * streams; i++) {
            Thread.sleep(100);
        }
        print(streams);
        System.exit(0);
    }

    private void write(Asked asked, int rate, int seconds) throws Exception {
        HttpRequest request = request(asked, "/api/v1/projects/p1/adrs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofFile(asked.document()))
                .build();
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

    private static HttpRequest.Builder request(Asked asked, String path) {
        return HttpRequest.newBuilder(asked.base().resolve(path)).header("Authorization", "Bearer " + asked.token());
    }

    private final class Lines implements Flow.Subscriber<String> {
        private final CountDownLatch open;

        Lines(CountDownLatch open) {
            this.open = open;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            long now = System.nanoTime();
            if (line.startsWith("retry:")) {
                open.countDown();
            }
            Matcher subject = SUBJECT.matcher(line);
            if (line.startsWith("data:") && subject.find()) {
                seen.add(new long[] {Long.parseLong(subject.group(1)), now});
            }
        }

        @Override
        public void onError(Throwable e) {
            System.err.println("a stream broke: " + e);
        }

        @Override
        public void onComplete() {
            System.err.println("a stream ended");
        }
    }

    private void print(int streams) {
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
                "%d documents, %d streams, %d of %d events came%n",
                written.size(), streams, afterAnswer.size(), written.size() * streams);
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
