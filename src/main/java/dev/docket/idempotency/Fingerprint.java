package dev.docket.idempotency;

import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What tells one request from another under the same key: its query, its media type and its body, as it is read. */
final class Fingerprint {

    private static final String KEY = "docket.fingerprint";

    private final MessageDigest digest = sha256();
    private @Nullable InputStream body;
    private byte @Nullable [] bytes;

    private Fingerprint(RoutingContext request) {
        String type = request.request().getHeader("Content-Type");
        String head = Objects.requireNonNullElse(request.request().query(), "") + "\n" + type + "\n";
        digest.update(head.getBytes(StandardCharsets.UTF_8));
    }

    /** The one of this request. */
    static Fingerprint of(RoutingContext request) {
        Fingerprint known = request.get(KEY);
        if (known == null) {
            known = new Fingerprint(request);
            request.put(KEY, known);
        }
        return known;
    }

    /** The body, to be read instead of the one that is given. */
    InputStream of(InputStream sent) {
        body = new DigestInputStream(sent, digest);
        return body;
    }

    /** The hash; what is left of the body is read for it, and kept nowhere. */
    byte[] bytes() {
        if (bytes == null) {
            readRest();
            bytes = digest.digest();
        }
        return bytes;
    }

    private void readRest() {
        if (body != null) {
            try {
                body.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("the body breaks off", e);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
