package dev.docket.catalog;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** 200, of a resource that is served in several media types. */
final class Answer {

    private Answer() {}

    static <T> RestResponse<T> of(T body) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
