package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.DocketProcess;
import dev.docket.Issuer;
import dev.docket.Together;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that has just started and all of whose users sign in at once, while nobody's keys are known yet. */
@Tag("long")
class FirstKeysIT {

    private static final int USERS = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path temporary;

    @AfterEach
    void nothingIsWrong() {
        Issuer.fault(Issuer.Fault.NONE);
    }

    @Test
    void whoeverWaitsForTheFirstKeysIsLetInWithThem() throws Exception {
        try (var docket = DocketProcess.start(temporary, environment())) {
            Issuer.fault(Issuer.Fault.ANSWERS_NOTHING);
            CompletableFuture<Void> mended = CompletableFuture.runAsync(
                    () -> Issuer.fault(Issuer.Fault.NONE), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            List<Integer> answers = Together.run(USERS, USERS, nth -> me(docket, Issuer.token("user-" + nth)));
            mended.join();
            assertThat(answers).hasSize(USERS).containsOnly(200);
        }
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        Issuer.configuration()
                .forEach((name, value) ->
                        environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        environment.put("DOCKET_BOOTSTRAP_TOKEN", "the-bootstrap-token-of-the-tests-0123456789");
        return environment;
    }

    private int me(DocketProcess docket, String token) {
        HttpRequest request = HttpRequest.newBuilder(docket.base().resolve("/api/v1/me"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }
}
