package dev.docket.document;

import dev.docket.api.Tag;
import dev.docket.document.content.Part;
import jakarta.ws.rs.core.HttpHeaders;
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
public final class Answers {

    private Answers() {}

    /** The document as JSON, which it is served as among others. */
    static RestResponse<byte[]> read(Stored stored, @Nullable String ifNoneMatch) {
        ResponseBuilder<byte[]> answer = Tag.unchanged(ifNoneMatch, stored.revision())
                ? ResponseBuilder.notModified(Tag.of(stored.revision()))
                : json(ResponseBuilder.ok(stored.bytes()), stored);
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    static RestResponse<byte[]> written(Stored stored) {
        return json(ResponseBuilder.ok(stored.bytes()), stored).build();
    }

    /** 201 with the new document as JSON. */
    public static RestResponse<byte[]> created(Held held) {
        Stored stored = held.stored();
        return json(ResponseBuilder.create(Response.Status.CREATED, stored.bytes()), stored)
                .location(uri(held.document().address()))
                .build();
    }

    private static ResponseBuilder<byte[]> json(ResponseBuilder<byte[]> answer, Stored stored) {
        return answer.header(HttpHeaders.ETAG, Tag.of(stored.revision()));
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
        return URI.create(address.path());
    }
}
