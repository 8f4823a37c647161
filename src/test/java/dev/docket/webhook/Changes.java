package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.api.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Writers that change documents over HTTP whoever is killed meanwhile, each in a project of its own that has a webhook,
 * and what the feed says of it afterwards.
 */
final class Changes {

    static final List<String> PROJECTS = List.of("one", "two", "three", "four");

    private static final String PROPOSAL = "{\"title\": \"A change\", \"context\": {\"problem\": \"It is slow.\"}}";
    private static final String EDIT = "{\"title\": \"A change, edit %d\"}";
    private static final int EDITS = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private volatile List<URI> replicas = List.of();
    private volatile int wanted;

    /** From now on the writers use these, in turn. */
    void use(URI... living) {
        replicas = List.of(living);
    }

    /** Makes the projects, and in each a webhook that leads to the receiver; nothing of that is told to it. */
    void begin(Receiver receiver, Arrivals arrivals) throws Exception {
        for (String project : PROJECTS) {
            String body = "{\"key\": \"%s\", \"name\": \"%s\"}".formatted(project, project);
            assertThat(send("POST", 0, "/api/v1/projects", body).statusCode()).isEqualTo(201);
        }
        Eventually.holds(() -> assertThat(feed()).hasSize(PROJECTS.size()));
        for (String project : PROJECTS) {
            String body = "{\"url\": \"%s/%s\", \"secret\": \"%s\"}"
                    .formatted(receiver.url(), project, arrivals.secret("/hook/" + project));
            HttpResponse<String> made = send("POST", 0, "/api/v1/projects/" + project + "/webhooks", body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        }
    }

    /** What happens while they write, which is up to a number of acknowledged changes in all. */
    interface Meanwhile {
        void happens() throws Exception;
    }

    /** Writes so many changes more. */
    void write(int more, Meanwhile meanwhile) throws Exception {
        wanted = acknowledged.size() + more;
        ExecutorService threads = Executors.newFixedThreadPool(PROJECTS.size());
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 0; i < PROJECTS.size(); i++) {
            int writer = i;
            writers.add(threads.submit(() -> {
                while (acknowledged.size() < wanted) {
                    document(writer);
                }
                return null;
            }));
        }
        try {
            meanwhile.happens();
            for (Future<?> each : writers) {
                each.get(5, TimeUnit.MINUTES);
            }
        } finally {
            wanted = 0;
            threads.shutdownNow();
        }
    }

    /** Waits until so many are acknowledged, of all that were ever written. */
    void await(int many) throws Exception {
        Eventually.holds(Duration.ofMinutes(5), () -> assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(many));
    }

    /** Each that was answered for. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /**
     * All events of the feed, in its order; fails where a position is missing or comes twice, and for a while where
     * something that was acknowledged is not there.
     */
    List<JsonNode> feed() throws Exception {
        List<JsonNode> events = new ArrayList<>();
        Eventually.holds(() -> {
            read(events);
            assertThat(events)
                    .filteredOn(event -> event.path("data").has("revision"))
                    .extracting(event -> change(
                            event.path("subject").asText(),
                            event.path("data").path("revision").asText()))
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
        });
        return events;
    }

    private void read(List<JsonNode> events) throws Exception {
        int before;
        do {
            before = events.size();
            byte[] page = client.send(
                            request(0, "/api/v1/events?limit=200&cursor=" + before)
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
            for (JsonNode event : StrictJson.tree(page).path("items")) {
                assertThat(event.path("sequence").asText()).isEqualTo("%019d".formatted(events.size() + 1));
                events.add(event);
            }
        } while (events.size() > before);
    }

    private void document(int writer) throws InterruptedException {
        try {
            HttpResponse<String> made =
                    send("POST", writer, "/api/v1/projects/" + PROJECTS.get(writer) + "/adrs", PROPOSAL);
            if (done(made)) {
                String path = URI.create(made.headers().firstValue("Location").orElseThrow())
                        .getPath();
                acknowledge(path, made);
                for (int i = 0; i < EDITS; i++) {
                    HttpResponse<String> edited = send("PATCH", writer, path, EDIT.formatted(i));
                    if (done(edited)) {
                        acknowledge(path, edited);
                    }
                }
            }
        } catch (IOException killed) {
            // Whether it was done, the feed tells.
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Not where the database is away. */
    private static boolean done(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            LockSupport.parkNanos(PAUSE.toNanos());
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return true;
    }

    private void acknowledge(String path, HttpResponse<String> answer) {
        String[] parts = path.split("/", -1);
        acknowledged.add(change(
                "%s/ADR-%04d".formatted(parts[4], Integer.valueOf(parts[6])),
                answer.headers().firstValue("ETag").orElseThrow().replace("\"", "")));
    }

    /** As {@link #acknowledged} names it. */
    static String change(String subject, String revision) {
        return subject + " revision " + revision;
    }

    private HttpResponse<String> send(String method, int writer, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(writer, path)
                .header("Content-Type", method.equals("PATCH") ? "application/merge-patch+json" : "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (method.equals("PATCH")) {
            request.header("If-Match", "*");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(int writer, String path) {
        List<URI> living = replicas;
        return HttpRequest.newBuilder(living.get(writer % living.size()).resolve(path))
                .header("Authorization", "Bearer " + Api.ADMIN)
                .timeout(Duration.ofSeconds(20));
    }
}
