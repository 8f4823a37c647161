package dev.docket.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server of the tests' own: whatever it is asked, it answers what it was told to. */
final class PlantedServer implements AfterAllCallback {

    /** A body that ends in {@code …} is not ended before {@link #endStreams()}. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status, String contentType, String body) {
            return new Answer(status, Map.of("Content-Type", contentType, "ETag", "\"1\""), body);
        }

        boolean isOpen() {
            return body.endsWith("…");
        }
    }

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Queue<HttpExchange> streams = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = new Answer(500, Map.of(), "");

    PlantedServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(workers);
        server.start();
    }

    static ContractFilter contract() {
        return ContractFilter.of(
                Objects.requireNonNull(PlantedServer.class.getResource("/contract/planted.yaml")), "/q/");
    }

    static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }

    RequestSpecification given(Filter filter) {
        return RestAssured.given().port(port()).filter(filter);
    }

    int port() {
        return server.getAddress().getPort();
    }

    void answers(Answer planted) {
        answer = planted;
    }

    void endStreams() {
        for (HttpExchange stream = streams.poll(); stream != null; stream = streams.poll()) {
            stream.close();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        Answer planted = answer;
        exchange.getRequestBody().readAllBytes();
        planted.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = planted.body().getBytes(UTF_8);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(planted.status(), bodiless ? -1 : planted.isOpen() ? 0 : body.length);
        if (planted.isOpen()) {
            streams.add(exchange);
        }
        if (!bodiless) {
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
        }
        if (!planted.isOpen()) {
            exchange.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop(0);
        workers.shutdownNow();
    }
}
