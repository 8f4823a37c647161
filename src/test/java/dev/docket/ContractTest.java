package dev.docket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed contract is the one that is served. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ContractTest {

    @Test
    void theServedContractIsTheCommittedOneByteForByte() throws IOException {
        String served = given().accept("application/yaml").get("/q/openapi").asString();
        Path fresh = Path.of("target/openapi.yaml");
        Files.writeString(fresh, served);
        assertThat(Path.of("openapi.yaml"))
                .as("copy target/openapi.yaml to openapi.yaml if the change is meant")
                .hasSameTextualContentAs(fresh);
    }
}
