package dev.docket.document;

import dev.docket.api.Tag;
import dev.docket.document.content.Part;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How documents and parts are answered: with their tag, or with 304 when the caller has them. None names its type: that
 * of the resource is made ready once, one that is named would be for every answer.
 */
final class Answers {

    private Answers() {}

    static RestResponse<byte[]> read(Stored stored, @Nullable String ifNoneMatch) {
        return Tag.unchanged(ifNoneMatch, stored.revision())
                ? ResponseBuilder.<byte[]>notModified(Tag.of(stored.revision())).build()
                : written(stored);
    }

    static RestResponse<byte[]> written(Stored stored) {
        return ResponseBuilder.ok(stored.bytes())
                .header("ETag", Tag.of(stored.revision()))
                .build();
    }

    static RestResponse<byte[]> created(Stored stored, Address address) {
        return ResponseBuilder.<byte[]>create(Response.Status.CREATED)
                .entity(stored.bytes())
                .header("ETag", Tag.of(stored.revision()))
                .location(uri(address))
                .build();
    }

    static <T extends Part<T>> RestResponse<T> read(T part, @Nullable String ifNoneMatch) {
        int version = Objects.requireNonNull(part.version());
        return Tag.unchanged(ifNoneMatch, version)
                ? ResponseBuilder.<T>notModified(Tag.of(version)).build()
                : written(part);
    }

    static <T extends Part<T>> RestResponse<T> written(T part) {
        return ResponseBuilder.ok(part)
                .header("ETag", Tag.of(Objects.requireNonNull(part.version())))
                .build();
    }

    static <T extends Part<T>> RestResponse<T> created(T part, Address address, String parts) {
        return ResponseBuilder.<T>create(Response.Status.CREATED)
                .entity(part)
                .header("ETag", Tag.of(Objects.requireNonNull(part.version())))
                .location(URI.create(uri(address) + "/" + parts + "/" + part.id()))
                .build();
    }

    private static URI uri(Address address) {
        return URI.create(
                "/api/v1/projects/" + address.project() + "/" + address.kind().path() + "/" + address.number());
    }
}
