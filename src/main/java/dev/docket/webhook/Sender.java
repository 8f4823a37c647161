package dev.docket.webhook;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes attempts: one request each, without a thread that waits, bounded in time and in what is read of the answer. */
@Singleton
class Sender {

    private static final int IDLE_S = 3;
    private static final int HEADERS = 16 << 10;

    private final Vertx vertx;
    /** All is done on it, so that no part of an answer comes before somebody listens. */
    private final Context context;

    private final Destinations destinations;
    private final Sealing sealing;
    private final HttpClient client;
    private final long timeout;
    private final Clock clock;

    @Inject
    Sender(Vertx vertx, Destinations destinations, Sealing sealing, Settings settings, Clock clock) {
        this(vertx, destinations, sealing, settings, clock, null);
    }

    /** @param trust whose certificates are taken; null for those that the Java platform trusts */
    Sender(
            Vertx vertx,
            Destinations destinations,
            Sealing sealing,
            Settings settings,
            Clock clock,
            @Nullable TrustOptions trust) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.destinations = destinations;
        this.sealing = sealing;
        this.timeout = settings.timeout().toMillis();
        this.clock = clock;
        // Connections are shared by those that send to the same host: as many as there can be senders, so that nobody
        // waits for another. Idle ones are left before receivers leave them.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(settings.inFlight())
                .setKeepAliveTimeout(IDLE_S)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxHeaderSize(HEADERS)
                .setTrustOptions(trust)
                .setDecompressionSupported(false));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Sends a delivery, signed by each secret of its webhook (Standard Webhooks 1.0). Succeeds whatever comes of it. */
    Future<Answer> send(Claim claim, Due due) {
        Attempt attempt = new Attempt(clock.instant());
        try {
            Target target = destinations.admit(claim.url());
            Message message = message(claim, due, attempt.at);
            attempt.within(timeout);
            destinations
                    .lookUp(target)
                    .onSuccess(address -> context.runOnContext(then -> client.request(options(target, address))
                            .onSuccess(request -> attempt.send(request, message))
                            .onFailure(attempt::fail)))
                    .onFailure(attempt::fail);
        } catch (Target.Refused | IllegalStateException e) {
            attempt.fail(e);
        }
        return attempt.answer.future();
    }

    /** What is sent: its signature covers all three (Standard Webhooks 1.0, "Webhook headers"). */
    private record Message(String id, String timestamp, String signature, String body) {}

    private Message message(Claim claim, Due due, Instant at) {
        long timestamp = at.getEpochSecond();
        String signature = Stream.of(claim.present(), claim.previous())
                .filter(Objects::nonNull)
                .map(kept -> sealing.open(claim.webhook(), kept).sign(due.event(), timestamp, due.body()))
                .collect(Collectors.joining(" "));
        return new Message(due.event(), Long.toString(timestamp), signature, due.body());
    }

    private static RequestOptions options(Target target, InetAddress address) {
        // The address that was checked, without its name; the host stays in the Host field, in SNI and in the
        // certificate that is wanted.
        SocketAddress server = SocketAddress.inetSocketAddress(new InetSocketAddress(nameless(address), target.port()));
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(server)
                .setSsl(target.tls())
                .setHost(target.host())
                .setPort(target.port())
                .setURI(target.path())
                .setFollowRedirects(false);
    }

    private static InetAddress nameless(InetAddress address) {
        try {
            return InetAddress.getByAddress(address.getAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    /** One attempt. Its end, its answer and its timer may come at the same time: the first decides. */
    private final class Attempt {

        private final Instant at;
        private final long began = System.nanoTime();
        private final Promise<Answer> answer = Promise.promise();
        private final Buffer body = Buffer.buffer();
        private volatile @Nullable Integer status;
        private volatile boolean whole;

        Attempt(Instant at) {
            this.at = at;
        }

        void within(long milliseconds) {
            long timer = vertx.setTimer(milliseconds, late -> fail(new TimeoutException()));
            answer.future().onComplete(any -> vertx.cancelTimer(timer));
        }

        void send(HttpClientRequest request, Message message) {
            // Whatever ends the attempt before the answer has ended, ends the connection.
            answer.future().onComplete(any -> {
                if (!whole) {
                    request.reset();
                }
            });
            if (!answer.future().isComplete()) {
                request.putHeader("Content-Type", "application/cloudevents+json")
                        .putHeader("User-Agent", "Docket")
                        .putHeader("webhook-id", message.id())
                        .putHeader("webhook-timestamp", message.timestamp())
                        .putHeader("webhook-signature", message.signature())
                        .send(message.body())
                        .onSuccess(this::read)
                        .onFailure(this::fail);
            }
        }

        private void read(HttpClientResponse response) {
            status = response.statusCode();
            response.handler(part -> {
                body.appendBuffer(part.slice(0, Math.min(part.length(), Answer.READ - body.length())));
                if (body.length() >= Answer.READ) {
                    end();
                }
            });
            response.endHandler(end -> {
                whole = true;
                end();
            });
            response.exceptionHandler(this::fail);
        }

        private void end() {
            answer.tryComplete(Answer.of(at, latency(), Objects.requireNonNull(status), body.getBytes()));
        }

        void fail(Throwable cause) {
            if (status != null) {
                // What counts has come.
                end();
            } else {
                answer.tryComplete(Answer.failed(at, latency(), error(cause)));
            }
        }

        private int latency() {
            return (int) ((System.nanoTime() - began) / 1_000_000);
        }
    }

    /** In words of ours: the library's own name classes and addresses. */
    private static String error(Throwable cause) {
        if (cause instanceof Target.Refused refused) {
            return refused.code() + ": " + refused.getMessage();
        }
        if (cause instanceof IllegalStateException) {
            return "secret: it cannot be opened";
        }
        if (cause instanceof TimeoutException
                || cause.getClass().getSimpleName().endsWith("TimeoutException")) {
            return "timeout: there was no whole answer in time";
        }
        if (cause instanceof SSLException) {
            return "tls: no trusted connection to the host";
        }
        return cause instanceof ConnectException
                ? "connection: the host refuses it"
                : "connection: it broke off before the answer";
    }
}
