package dev.docket.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.docket.api.ShownOnce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes answers down as they are sent, but for what is shown once. */
@ApplicationScoped
class Writing {

    /** What a POST answers with that names no other type, as the framework writes it. */
    private static final String JSON =
            MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8").toString();

    private final ObjectMapper json;

    Writing(ObjectMapper json) {
        this.json = json.copy().setAnnotationIntrospector(new WithoutSecrets());
    }

    private static final class WithoutSecrets extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.hasAnnotation(ShownOnce.class) || super.hasIgnoreMarker(member);
        }
    }

    /** What is kept of the answer to a request of that fingerprint. */
    Answer answer(Response answer, byte[] fingerprint) {
        Map<String, String> headers = new TreeMap<>();
        answer.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, JSON);
        return new Answer(fingerprint, answer.getStatus(), headers, bytes(answer.getEntity()));
    }

    private byte[] bytes(@Nullable Object entity) {
        try {
            if (entity instanceof byte[] bytes) {
                return bytes;
            }
            if (entity instanceof StreamingOutput stream) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                stream.write(out);
                return out.toByteArray();
            }
            return entity == null ? new byte[0] : json.writeValueAsBytes(entity);
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be written", e);
        }
    }
}
