package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import dev.docket.webhook.Receiver.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody can make the service talk to what only it can reach: a canary that listens on every local address hears nothing. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TargetsTest {

    @Inject
    Vertx vertx;

    @Inject
    TestNames names;

    @Inject
    Sealing sealing;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    private Canary canary;

    @BeforeEach
    void listen() throws IOException {
        canary = new Canary();
    }

    @AfterEach
    void stop() throws IOException {
        canary.close();
    }

    @Test
    void theCanaryHearsNothing() throws Exception {
        Destinations strict = new Destinations(names, false);
        Sender sender = new Sender(vertx, strict, sealing, settings, clock);
        List<String> urls = HostileUrls.leadingTo(canary.port());
        for (String url : urls) {
            assertThat(admits(strict, url)).as(url).isFalse();
            assertThat(sent(sender, url).error()).as(url).isNotNull();
        }
        int tried = 0;
        for (Map.Entry<String, List<String>> name : HostileUrls.NAMES.entrySet()) {
            names.lead(name.getKey(), name.getValue().toArray(String[]::new));
            Answer answer = sent(sender, "https://" + name.getKey() + ":" + canary.port() + "/");
            assertThat(answer.error()).as(name.getKey()).isEqualTo("address: the address of the host is not public");
            tried++;
        }
        assertThat(sent(sender, "https://localhost:" + canary.port() + "/").error())
                .startsWith("address:");
        assertThat(sent(sender, "https://nowhere.test:" + canary.port() + "/").error())
                .startsWith("unknown-host:");
        assertThat(canary.heard()).isZero();
        Tally.count("webhooks: hostile URLs, canary unheard", urls.size() + tried + 2);
        sender.close();
    }

    @Test
    void aNameIsLookedUpOnceAndWhatWasCheckedIsConnectedTo() throws Exception {
        names.lead("rebinding.test", HostileUrls.PUBLIC);
        names.lead("rebinding.test", "127.0.0.1");
        Sender sender = new Sender(vertx, new Destinations(names, false), sealing, settings, clock);
        String url = "https://rebinding.test:" + canary.port() + "/";
        assertThat(sent(sender, url).error()).as("the first address").doesNotStartWith("address:");
        assertThat(sent(sender, url).error()).as("the second one, checked anew").startsWith("address:");
        assertThat(canary.heard()).isZero();
        Tally.count("webhooks: hostile URLs, canary unheard", 2);
        sender.close();
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        Sender sender = new Sender(vertx, new Destinations(names, true), sealing, settings, clock);
        List<Integer> statuses = List.of(301, 302, 303, 307, 308);
        try (Receiver receiver = Receiver.start()) {
            for (int status : statuses) {
                receiver.answers(message ->
                        new Reply(status, "", Map.of("Location", "http://127.0.0.1:" + canary.port() + "/")));
                Answer answer = sent(sender, receiver.url());
                assertThat(answer.status()).isEqualTo(status);
                assertThat(answer.success()).isFalse();
            }
        }
        assertThat(canary.heard()).isZero();
        Tally.count("webhooks: hostile URLs, canary unheard", statuses.size());
        sender.close();
    }

    @Test
    void localTargetsAreReachedWhereTheyAreAllowed() throws Exception {
        names.lead("allowed.test", "127.0.0.1");
        Destinations lenient = new Destinations(names, true);
        Sender sender = new Sender(vertx, lenient, sealing, settings, clock);
        for (String host : List.of("127.0.0.1", "localhost", "allowed.test")) {
            assertThat(sent(sender, "http://" + host + ":" + canary.port() + "/")
                            .error())
                    .isNotNull();
        }
        assertThat(canary.heard()).as("it can hear").isEqualTo(3);
        for (String host : List.of("169.254.169.254", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[2002:7f00:1::]")) {
            assertThat(admits(lenient, "https://" + host + "/")).as(host).isFalse();
        }
        assertThat(admits(lenient, "http://8.8.8.8/")).as("in the open").isFalse();
        assertThat(admits(lenient, "https://8.8.8.8/")).isTrue();
        assertThat(admits(new Destinations(names, false), "https://[2a00:1450:4001::1]:8443/x?y=z"))
                .isTrue();
        sender.close();
    }

    private static boolean admits(Destinations destinations, String url) {
        try {
            destinations.admit(url);
            return true;
        } catch (Target.Refused e) {
            return false;
        }
    }

    private Answer sent(Sender sender, String url) throws Exception {
        Due due = new Due(1, UUID.randomUUID().toString(), "{}", 0, 0);
        Claim claim = new Claim(
                1, 1, "nobody", url, sealing.seal(1, SigningSecret.fresh()), null, new ArrayList<>(List.of(due)));
        return sender.send(claim, due).toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    /** Listens on all addresses, hangs up, and counts. */
    private static final class Canary implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("::"));
        private final AtomicInteger heard = new AtomicInteger();

        Canary() throws IOException {
            Thread thread = new Thread(this::listen, "canary");
            thread.setDaemon(true);
            thread.start();
        }

        private void listen() {
            while (!socket.isClosed()) {
                try (Socket connection = socket.accept()) {
                    if (connection.isConnected()) {
                        heard.incrementAndGet();
                    }
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        int port() {
            return socket.getLocalPort();
        }

        int heard() {
            return heard.get();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
