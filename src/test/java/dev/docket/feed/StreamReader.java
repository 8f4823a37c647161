package dev.docket.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One reader of the live stream, without a thread of its own. */
public final class StreamReader implements AutoCloseable, Flow.Subscriber<String> {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What came as data, in order. */
    private final List<String> events = new CopyOnWriteArrayList<>();

    private final CompletableFuture<Boolean> wholeEnd = new CompletableFuture<>();
    private final CompletableFuture<Integer> status = new CompletableFuture<>();
    private final CompletableFuture<HttpResponse<Void>> answer;
    private volatile Flow.@Nullable Subscription lines;
    private final AtomicInteger comments = new AtomicInteger();
    private volatile String id = "";
    private String read = "";
    private @Nullable String data;
    private boolean cut;

    private StreamReader(HttpRequest request) {
        answer = CLIENT.sendAsync(request, info -> {
            status.complete(info.statusCode());
            return info.statusCode() == 200
                    ? BodySubscribers.fromLineSubscriber(this)
                    : BodyHandlers.discarding().apply(info);
        });
    }

    /**
     * Opens a stream.
     *
     * @param query such as {@code project=payments}; may be empty
     * @param last the id to go on after; null for what happens from now on
     */
    public static StreamReader open(URI base, String token, String query, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1/events?" + query))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new StreamReader(request.build());
    }

    /** As {@link #open}, and it has begun: what happens now is not missed. */
    public static StreamReader begun(URI base, String token, String query, @Nullable String last) throws Exception {
        StreamReader reader = open(base, token, query, last);
        assertThat(reader.status()).isEqualTo(200);
        Eventually.holds(() -> assertThat(reader.id()).isNotEmpty());
        return reader;
    }

    public int status() throws Exception {
        return status.get(30, TimeUnit.SECONDS);
    }

    public List<String> events() {
        return events;
    }

    /** The id that came last; empty before any. */
    public String id() {
        return id;
    }

    public int comments() {
        return comments.get();
    }

    /** Waits for so many events; there are not more. */
    public List<String> await(int many) throws Exception {
        Eventually.holds(() -> assertThat(events).hasSizeGreaterThanOrEqualTo(many));
        assertThat(events).hasSize(many);
        return events;
    }

    /** Waits for the end, and says whether it came in good order. */
    public boolean end(Duration patience) throws Exception {
        return wholeEnd.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Breaks the connection: what comes after that has not come. Answers the id to go on after. */
    public synchronized String cut() {
        cut = true;
        close();
        return id;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        lines = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith("id:")) {
            read = line.substring(3);
        } else if (line.startsWith("data:")) {
            data = line.substring(5);
        } else if (line.startsWith(":")) {
            comments.incrementAndGet();
        } else if (line.isEmpty()) {
            dispatch();
        }
    }

    /** Only a whole event counts (HTML, section 9.2.6). */
    private synchronized void dispatch() {
        if (cut) {
            return;
        }
        if (data != null) {
            events.add(data);
            data = null;
        }
        id = read;
    }

    @Override
    public void onError(Throwable broken) {
        wholeEnd.complete(false);
    }

    @Override
    public void onComplete() {
        wholeEnd.complete(true);
    }

    @Override
    public void close() {
        Flow.Subscription open = lines;
        if (open != null) {
            open.cancel();
        }
        answer.cancel(true);
    }
}
