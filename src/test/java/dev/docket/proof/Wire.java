package dev.docket.proof;

import dev.docket.Api;
import dev.docket.proof.sample.Call;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends tens of thousands of requests in the time that REST Assured takes for some thousands. */
final class Wire {

    /** More than any problem document has. */
    private static final int READ = 100_000;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Wire() {}

    /** @param text the beginning of the body; empty of a stream, which may have no end */
    record Answer(int status, String text) {}

    /** The admin's call; empty where this client cannot say it. */
    static Optional<Answer> send(Call call) {
        URI uri = URI.create("http://localhost:" + RestAssured.port + call.address());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
        try {
            call.headers().forEach(request::setHeader);
        } catch (IllegalArgumentException cannot) {
            return Optional.empty();
        }
        request.setHeader("Authorization", "Bearer " + Api.ADMIN);
        if (call.type() != null) {
            request.setHeader("Content-Type", call.type());
        }
        request.method(
                call.method(),
                call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.bytes()));
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return Optional.of(new Answer(response.statusCode(), isStream(response) ? "" : text(body)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStream(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readNBytes(READ), StandardCharsets.UTF_8);
    }
}
