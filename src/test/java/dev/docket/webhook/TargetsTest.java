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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody can make the service talk to what only it can reach: a canary that listens on every local address hears nothing. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TargetsTest {

    /** Refused as soon as they are said: {@code PORT} is the canary's. */
    private static final List<String> ADDRESSES = List.of(
            "127.0.0.1",
            "127.1.2.3",
            "127.255.255.254",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.254",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.254",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.1",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.254",
            "198.18.0.1",
            "198.19.255.254",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::127.0.0.1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:a9fe:a9fe]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b:1::7f00:1]",
            "[100::1]",
            "[2001:0:7f00:1::]",
            "[2001:2::1]",
            "[2001:10::1]",
            "[2001:20::1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[2002:a00:1::1]",
            "[3fff::1]",
            "[5f00::1]",
            "[fc00::1]",
            "[fd12:3456:789a::1]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fec0::1]",
            "[ff02::1]",
            "[ff0e::1]");

    private static final List<String> SPELLINGS = List.of(
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "0",
            "127.1",
            "127.0.1",
            "127.0.0.01",
            "127.0.0.1.",
            "127.0.0.0x1",
            "127%2e0%2e0%2e1",
            "%31%32%37.0.0.1",
            "\uff11\uff12\uff17.0.0.1",
            "127\u30020\u30020\u30021",
            "\u2460\u2461\u2466.0.0.1",
            "localhost.",
            "local_host",
            "-.example.com",
            "1.2.3.4.5",
            "[127.0.0.1]",
            "[::1",
            "::1",
            "");

    private static final List<String> WHOLE = List.of(
            "https://admin:secret@127.0.0.1:PORT/",
            "https://admin@127.0.0.1:PORT/",
            "https://admin:secret@example.com/",
            "https://example.com@127.0.0.1:PORT/",
            "https://example.com:443@127.0.0.1:PORT/",
            "https://a@b@127.0.0.1:PORT/",
            "https://127.0.0.1:PORT\\@example.com/",
            "https://127.0.0.1:PORT#@example.com/",
            "https://example.com/#here",
            "https:127.0.0.1:PORT/",
            "https:///127.0.0.1:PORT/",
            "https:\\\\127.0.0.1:PORT\\",
            "https://127.0.0.1:0/",
            "https://example.com:99999/",
            "https://example.com:-1/",
            "https://exa mple.com/",
            "https://example.com/\r\nHost: 127.0.0.1",
            "https://example.com/\t",
            "https://example.com/" + "x".repeat(2_000),
            "http://example.com/",
            "http://127.0.0.1:PORT/",
            "HTTP://127.0.0.1:PORT/",
            "//127.0.0.1:PORT/",
            "/hook",
            "127.0.0.1:PORT",
            "file:///etc/passwd",
            "ftp://127.0.0.1:PORT/",
            "gopher://127.0.0.1:PORT/",
            "jar:https://127.0.0.1:PORT/a.jar!/",
            "javascript:alert(1)",
            "");

    /** Names, whose addresses are not known until an attempt is made. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "loopback.test", List.of("127.0.0.1"),
            "loopback6.test", List.of("::1"),
            "private.test", List.of("10.0.0.1"),
            "metadata.test", List.of("169.254.169.254"),
            "unspecified.test", List.of("0.0.0.0"),
            "nat64.test", List.of("64:ff9b::7f00:1"),
            "sixtofour.test", List.of("2002:7f00:1::"),
            "teredo.test", List.of("2001:0:7f00:1::"),
            "mixed.test", List.of(TestPublic.ADDRESS, "127.0.0.1"));

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

    /** An address that counts as public and that nothing is behind. */
    private static final class TestPublic {
        static final String ADDRESS = "2c0f:ffff::1";
    }

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
        List<String> urls = Stream.of(
                        Stream.concat(ADDRESSES.stream(), SPELLINGS.stream()).map(host -> "https://" + host + ":PORT/"),
                        WHOLE.stream())
                .flatMap(each -> each)
                .map(url -> url.replace("PORT", Integer.toString(canary.port())))
                .toList();
        for (String url : urls) {
            assertThat(admits(strict, url)).as(url).isFalse();
            assertThat(sent(sender, url).error()).as(url).isNotNull();
        }
        int tried = 0;
        for (Map.Entry<String, List<String>> name : NAMES.entrySet()) {
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
        names.lead("rebinding.test", TestPublic.ADDRESS);
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
