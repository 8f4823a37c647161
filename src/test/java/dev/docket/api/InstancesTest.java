package dev.docket.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem names the address that was asked, as it was asked, whoever refuses. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class InstancesTest {

    private static final String BELOW = "/api/v1/projects/";

    @ParameterizedTest
    @ValueSource(strings = {"none", "a%2Fb", "a%20b", "%C3%A9", "%00", "%0d%0aX:%20y", "a%25b", "a:b@c", "%22%3C%7B"})
    void itIsWrittenAsItCame(String segment) {
        assertThat(instance(Api.anonymous(), segment)).as("refused early").isEqualTo(BELOW + segment);
        assertThat(instance(Api.as(Api.ADMIN), segment))
                .as("refused by the resource")
                .isEqualTo(BELOW + segment);
    }

    @ParameterizedTest
    @CsvSource({
        "/a b, /a%20b",
        "/é, /%C3%A9",
        "/a%zzb, /a%25zzb",
        "/%, /%25",
        "/a\"<{|}>^`\\b, /a%22%3C%7B%7C%7D%3E%5E%60%5Cb",
        "//evil.example/x, /evil.example/x",
        "'', /",
        "/tokens/dkt_0000000000000000, /tokens/dkt_***"
    })
    void whatNoUriCanHoldIsEscaped(String path, String instance) {
        assertThat(Instances.of(path)).isEqualTo(instance);
    }

    private static String instance(RequestSpecification request, String segment) {
        return request.urlEncodingEnabled(false).get(BELOW + segment).path("instance");
    }
}
