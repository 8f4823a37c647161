package dev.docket.api;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Answers whose entity tag is the version of what they hold. */
public final class Tagged {

    private Tagged() {}

    /** 200, or 304 where {@code If-None-Match} names this version (RFC 9110, section 13.1.2). */
    public static <T> RestResponse<T> read(@Nullable String ifNoneMatch, int version, T body) {
        return Tag.unchanged(ifNoneMatch, version)
                ? ResponseBuilder.<T>create(RestResponse.Status.NOT_MODIFIED)
                        .header(HttpHeaders.ETAG, Tag.of(version))
                        .build()
                : changed(version, body);
    }

    /**
     * As {@link #read(String, int, Object)}, of a resource that is served in several media types: the tag is of this
     * one, and the body is made only where it is sent.
     */
    public static <T> RestResponse<T> read(@Nullable String ifNoneMatch, String tag, String type, Supplier<T> body) {
        ResponseBuilder<T> answer = Tag.unchanged(ifNoneMatch, tag)
                ? ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED)
                : ResponseBuilder.ok(body.get(), type);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** 200 with what a resource has become. */
    public static <T> RestResponse<T> changed(int version, T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, Tag.of(version))
                .build();
    }

    /** As {@link #changed}, where the answer holds a secret: nobody keeps a copy of it (RFC 9111, section 5.2.2.5). */
    public static <T> RestResponse<T> changedOnce(int version, T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.ETAG, Tag.of(version))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** As {@link #created}, where the answer holds a secret: nobody keeps a copy of it (RFC 9111, section 5.2.2.5). */
    public static <T> RestResponse<T> createdOnce(String path, int version, T body) {
        return creating(path, version, body)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** 201 with what was made; {@code path} is the whole path of it. */
    public static <T> RestResponse<T> created(String path, int version, T body) {
        return creating(path, version, body).build();
    }

    private static <T> ResponseBuilder<T> creating(String path, int version, T body) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, body)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.ETAG, Tag.of(version));
    }
}
