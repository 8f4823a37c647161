import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Prints what is posted to it, one line each: {@code java Receiver.java PORT [SECRET]}. With the secret of a webhook it
 * takes only what is signed by it and not older than five minutes (Standard Webhooks 1.0). A receiver for real goes by
 * {@code webhook-id}, for what it answered too late for Docket comes again, and by {@code sequence}, for what failed
 * before may come late.
 */
class Receiver {

    private static final int MOST = 1 << 20;
    private static final int TOLERANCE_S = 300;

    public static void main(String[] args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readNBytes(MOST);
                int status = args.length > 1 && !signed(exchange, body, args[1]) ? 401 : 204;
                if (status == 204) {
                    System.out.println(new String(body, StandardCharsets.UTF_8));
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    private static boolean signed(HttpExchange exchange, byte[] body, String secret) {
        String timestamp = header(exchange, "webhook-timestamp");
        byte[] signature = signature(secret, header(exchange, "webhook-id") + "." + timestamp + ".", body);
        boolean right = Arrays.stream(header(exchange, "webhook-signature").split(" "))
                .anyMatch(each -> MessageDigest.isEqual(each.getBytes(StandardCharsets.UTF_8), signature));
        return right && Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_S;
    }

    private static byte[] signature(String secret, String prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update(prefix.getBytes(StandardCharsets.UTF_8));
            return ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.UTF_8);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }
}
