package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that write through HTTP until they are stopped, and keep what was acknowledged: proposals, edits, acceptances,
 * and supersessions by acceptance. Closing them stops them; a broken connection ends them too.
 */
final class Writers implements AutoCloseable {

    private static final int THREADS = 4;
    private static final String PROPOSAL = """
            {"title": "Partition the ledger", "context": {"problem": "Closing a month takes hours."},
             "decision": {"rationale": "Closing is what hurts."}, "links": [%s]}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final List<Future<?>> running = new ArrayList<>();
    private final Semaphore writes = new Semaphore(0);
    private final AtomicInteger unavailable = new AtomicInteger();
    private final Map<String, Integer> acknowledged;
    private final URI base;
    private volatile boolean stopped;

    private Writers(URI base, Map<String, Integer> acknowledged) {
        this.base = base;
        this.acknowledged = acknowledged;
    }

    /**
     * Starts them on a new project and one that there may be already.
     *
     * @param acknowledged gets the newest revision of each document that was answered for, by its path
     */
    static Writers start(URI base, Map<String, Integer> acknowledged) throws Exception {
        Writers writers = new Writers(base, acknowledged);
        String fresh = Api.unique("p");
        for (String project : List.of("shared", fresh)) {
            String body = "{\"key\": \"%s\", \"name\": \"Crashing\"}".formatted(project);
            assertThat(writers.send("POST", "/api/v1/projects", body).statusCode())
                    .isIn(201, 409);
        }
        for (int i = 0; i < THREADS; i++) {
            String series = "/api/v1/projects/" + (i % 2 == 0 ? "shared" : fresh) + "/adrs";
            writers.running.add(writers.pool.submit(() -> {
                writers.write(series);
                return null;
            }));
        }
        return writers;
    }

    static Map<String, Integer> nothing() {
        return new ConcurrentHashMap<>();
    }

    /** Waits for so many more acknowledged writes. */
    void await(int more) throws InterruptedException {
        assertThat(writes.tryAcquire(more, 2, TimeUnit.MINUTES))
                .as("the service writes")
                .isTrue();
    }

    /** How often the service said that it cannot now. */
    int unavailable() {
        return unavailable.get();
    }

    private void write(String series) throws IOException, InterruptedException {
        String superseded = "";
        while (!stopped) {
            String link =
                    superseded.isEmpty() ? "" : "{\"rel\": \"supersedes\", \"target\": \"%s\"}".formatted(superseded);
            superseded = decide(series, link);
        }
    }

    /** The ref of a new document that was accepted; nothing when the service could not. */
    private String decide(String series, String link) throws IOException, InterruptedException {
        HttpResponse<String> created = send("POST", series, PROPOSAL.formatted(link));
        if (!acknowledges(created, created.headers().firstValue("Location").orElse(""))) {
            return "";
        }
        String path = URI.create(created.headers().firstValue("Location").orElseThrow())
                .getPath();
        if (acknowledges(send("PATCH", path, "{\"title\": \"Partition the ledger by month\"}"), path)
                && acknowledges(send("POST", path + "/transitions", "{\"to\": \"accepted\"}"), path)) {
            int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            return "ADR-%04d".formatted(number);
        }
        return "";
    }

    private boolean acknowledges(HttpResponse<String> answer, String location) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            unavailable.incrementAndGet();
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        acknowledged.merge(URI.create(location).getPath(), Integer.valueOf(tag.replace("\"", "")), Math::max);
        writes.release();
        return true;
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (path.contains("/adrs/")) {
            request.header("If-Match", "*");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until they have noticed that the service is gone. */
    void awaitBrokenConnections() throws InterruptedException {
        for (Future<?> each : running) {
            try {
                each.get();
                throw new AssertionError("the service still answers");
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(IOException.class);
            }
        }
        pool.shutdown();
    }

    /** Lets each end its last write, and fails where an answer was not what it should be. */
    @Override
    public void close() {
        stopped = true;
        pool.shutdown();
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a writer failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
