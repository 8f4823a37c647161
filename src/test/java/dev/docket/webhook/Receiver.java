package dev.docket.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.docket.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;

/** A program that webhooks lead to: keeps what it got, in order, and answers as it is told. */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
    private volatile Behaviour behaviour = message -> new Reply(204, "");

    /** What it got. */
    public record Received(HttpHeaders headers, String path, String body, long at) {

        public String id() {
            return header("webhook-id");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** Fails unless a signature is by the secret, as the independent library sees it. */
        public void verify(String secret) throws Exception {
            new com.standardwebhooks.Webhook(secret).verify(body, headers);
        }
    }

    /** What it answers. */
    public record Reply(int status, String body, Map<String, String> headers) {

        public Reply(int status, String body) {
            this(status, body, Map.of());
        }
    }

    /** How it answers. */
    public interface Behaviour {
        Reply to(Received message) throws Exception;
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    /** One that answers 204. */
    public static Receiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        Receiver receiver = new Receiver(server);
        server.createContext("/", receiver::receive);
        server.setExecutor(receiver.threads);
        server.start();
        return receiver;
    }

    public void answers(Behaviour wanted) {
        behaviour = wanted;
    }

    void answers(int status) {
        behaviour = message -> new Reply(status, "");
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received message = new Received(
                    HttpHeaders.of(headers, (name, value) -> true),
                    exchange.getRequestURI().toString(),
                    body,
                    System.nanoTime());
            received.add(message);
            Reply reply = behaviour.to(message);
            byte[] answer = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** What it got so far. */
    public List<Received> received() {
        synchronized (received) {
            return List.copyOf(received);
        }
    }

    /** What it got, as soon as that is so much; fails where it is more. */
    List<Received> await(int many) throws Exception {
        Eventually.holds(() -> Assertions.assertThat(received()).hasSizeGreaterThanOrEqualTo(many));
        Assertions.assertThat(received()).hasSize(many);
        return received();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
