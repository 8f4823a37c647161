package dev.docket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Keycloak of its own on a port of its own, with the realm of {@code keycloak/docket-realm.json} and its data in a
 * folder that is given. The build unpacks it in the profile of the long proofs.
 */
final class Keycloak {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final String REALM = "docket-realm.json";
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "admin-of-the-tests";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final URI base;
    private @Nullable Process process;

    /** On a free port, not started yet. */
    Keycloak(Path data) throws IOException {
        this.data = data;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            base = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /** What is in the {@code iss} of its tokens. */
    String issuer() {
        return base + "/realms/docket";
    }

    /** Starts it and waits until it answers; its realm is made at the first start. */
    void start() throws Exception {
        Path home;
        try (Stream<Path> unpacked = Files.list(UNPACKED)) {
            home = unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
        Path imports = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(
                Path.of("src", "test", "resources", "keycloak", REALM),
                imports.resolve(REALM),
                StandardCopyOption.REPLACE_EXISTING);
        Path log = Files.createDirectories(Path.of("target", "docket-logs")).resolve("keycloak.log");
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + base.getPort(),
                        "--db=dev-file",
                        "--db-url=jdbc:h2:file:" + data.toAbsolutePath().resolve("keycloak")
                                + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN));
        Process started = builder.start();
        process = started;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (started.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                stop();
                throw new AssertionError("Keycloak did not start; see " + log);
            }
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer()))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notListening) {
            return false;
        }
    }

    /** Ends it; what it knows stays, for the next start. */
    void stop() throws InterruptedException {
        Process running = process;
        process = null;
        if (running != null) {
            List<ProcessHandle> all = Stream.concat(running.descendants(), Stream.of(running.toHandle()))
                    .toList();
            all.forEach(ProcessHandle::destroy);
            for (ProcessHandle each : all) {
                each.onExit()
                        .completeOnTimeout(each, 30, TimeUnit.SECONDS)
                        .thenAccept(ProcessHandle::destroyForcibly)
                        .join();
                each.onExit().join();
            }
        }
    }

    /** An access token for a user of the realm, by the direct grant (RFC 6749, section 4.3). */
    String token(String user, String client) throws Exception {
        return token("docket", user, "password-of-" + user, client);
    }

    private String token(String realm, String user, String password, String program) throws Exception {
        String form = Map.of("grant_type", "password", "client_id", program, "username", user, "password", password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        base.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError("Keycloak gives no token: " + response.body());
        }
        return JSON.readTree(response.body()).get("access_token").textValue();
    }

    /** Makes tokens of the realm live for so long. */
    void lifespan(Duration lifespan) throws Exception {
        admin("PUT", "", Map.of("accessTokenLifespan", lifespan.toSeconds()));
    }

    /** Takes a user out of all groups. */
    void leaveGroups(String user) throws Exception {
        String id = admin("GET", "/users?exact=true&username=" + user, null)
                .at("/0/id")
                .textValue();
        for (JsonNode group : admin("GET", "/users/" + id + "/groups", null)) {
            admin("DELETE", "/users/" + id + "/groups/" + group.get("id").textValue(), null);
        }
    }

    /** Signs with a new RSA key from now on, and no longer publishes the ones before. */
    void rotate() throws Exception {
        String realm = admin("GET", "", null).get("id").textValue();
        JsonNode before = admin("GET", "/components?type=org.keycloak.keys.KeyProvider", null);
        admin(
                "POST",
                "/components",
                Map.of(
                        "name",
                        "rsa-" + System.nanoTime(),
                        "parentId",
                        realm,
                        "providerId",
                        "rsa-generated",
                        "providerType",
                        "org.keycloak.keys.KeyProvider",
                        "config",
                        Map.of("priority", List.of("1000"), "algorithm", List.of("RS256"))));
        for (JsonNode component : before) {
            if (component.get("providerId").textValue().equals("rsa-generated")) {
                admin("DELETE", "/components/" + component.get("id").textValue(), null);
            }
        }
    }

    private JsonNode admin(String method, String path, @Nullable Object body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/admin/realms/docket" + path))
                .header("Authorization", "Bearer " + token("master", ADMIN, ADMIN, "admin-cli"))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(method + " " + path + " -> " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
