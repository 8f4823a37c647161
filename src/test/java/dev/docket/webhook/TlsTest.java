package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address that was checked is connected to, and it is the name that has to be in the certificate. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

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

    /** Of each request: the name in SNI, and the Host field. */
    private final List<String> received = new CopyOnWriteArrayList<>();

    private KeyStore keys;
    private HttpsServer server;

    @TempDir
    Path temporary;

    /** With a certificate for {@code certified.test} and for no other name. */
    @BeforeEach
    void listen() throws Exception {
        keys = keys();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            try (exchange) {
                ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
                received.add(session.getRequestedServerNames() + " "
                        + exchange.getRequestHeaders().getFirst("Host"));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private KeyStore keys() throws IOException, InterruptedException, java.security.GeneralSecurityException {
        Path store = temporary.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "receiver",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=receiver",
                        "-ext",
                        "SAN=dns:certified.test",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD)))
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();
        return KeyStore.getInstance(store.toFile(), PASSWORD);
    }

    private TrustOptions trusted() throws java.security.GeneralSecurityException {
        String certificate = Base64.getMimeEncoder()
                .encodeToString(keys.getCertificate("receiver").getEncoded());
        return new PemTrustOptions()
                .addCertValue(
                        Buffer.buffer("-----BEGIN CERTIFICATE-----\n" + certificate + "\n-----END CERTIFICATE-----\n"));
    }

    @Test
    void theNameIsWantedAtTheAddressThatWasChecked() throws Exception {
        names.lead("certified.test", "127.0.0.1");
        Answer answer = sent("certified.test", trusted());
        assertThat(answer.status()).as(answer.error()).isEqualTo(204);
        assertThat(received)
                .containsExactly("[type=host_name (0), value=certified.test] certified.test:"
                        + server.getAddress().getPort());
    }

    @Test
    void whoeverIsNotWhoItShouldBeIsToldNothing() throws Exception {
        names.lead("certified.test", "127.0.0.1");
        names.lead("other.test", "127.0.0.1");
        assertThat(sent("other.test", trusted()).error()).as("another name").startsWith("tls:");
        assertThat(sent("127.0.0.1", trusted()).error()).as("no name").startsWith("tls:");
        assertThat(sent("certified.test", null).error()).as("trusted by nobody").startsWith("tls:");
        assertThat(received).isEmpty();
        Tally.count("webhooks: receivers without the right certificate, told nothing", 3);
    }

    private Answer sent(String host, @Nullable TrustOptions trust) throws Exception {
        Sender sender = new Sender(vertx, new Destinations(names, true), sealing, settings, clock, trust);
        try {
            Due due = new Due(1, UUID.randomUUID().toString(), "{}", 0, 0);
            String url = "https://" + host + ":" + server.getAddress().getPort() + "/";
            Claim claim = new Claim(
                    1, 1, "nobody", url, sealing.seal(1, SigningSecret.fresh()), null, new ArrayList<>(List.of(due)));
            return sender.send(claim, due)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
        } finally {
            sender.close();
        }
    }
}
