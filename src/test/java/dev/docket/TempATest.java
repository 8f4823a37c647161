package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
@TestProfile(TempATest.P.class)
class TempATest {
    @Inject
    DataSource source;

    public static class P implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "quarkus.management.test-port", "0");
        }
    }

    @Test
    void x() throws Exception {
        try (var c = source.getConnection()) {
            System.out.println(
                    "URL-A " + c.getMetaData().getURL() + " " + c.getMetaData().getUserName());
            assertThat(c.isValid(1)).isTrue();
        }
    }
}
