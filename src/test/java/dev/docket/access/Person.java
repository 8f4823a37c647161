package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody with a token, who may be anonymised. */
record Person(String name, long id, String token) {

    static final String PRINCIPALS = "/api/v1/principals/";

    static Person made() {
        String name = Api.unique("noor");
        String token = Api.token(Map.of(
                        "principal",
                        name,
                        "kind",
                        "person",
                        "name",
                        "laptop of " + name,
                        "scopes",
                        List.of("read", "write", "admin")))
                .path("token");
        long id =
                ((Number) Api.as(Api.ADMIN).get("/api/v1/principals?q=" + name).path("items[0].id")).longValue();
        return new Person(name, id, token);
    }

    RequestSpecification request() {
        return Api.as(token);
    }

    Response seen() {
        return Api.as(Api.ADMIN).get(PRINCIPALS + id);
    }

    Response anonymise() {
        return anonymise(Api.ADMIN, seen().header("ETag"));
    }

    Response anonymise(String by, @Nullable String tag) {
        RequestSpecification request = Api.as(by);
        return (tag == null ? request : request.header("If-Match", tag)).post(PRINCIPALS + id + "/anonymisation");
    }

    /** The name that it has from now on. */
    String anonymised() {
        Response nobody = anonymise();
        assertThat(nobody.statusCode()).as(nobody.asString()).isEqualTo(200);
        return nobody.path("name");
    }

    /** Becomes a member, or does not. */
    static Response joins(String name, String project) {
        return Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-None-Match", "*")
                .body(Map.of("roles", List.of("reader")))
                .put("/api/v1/projects/" + project + "/members/" + name);
    }
}
