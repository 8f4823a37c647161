package dev.docket.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Issuer;
import java.sql.DriverManager;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void givesOneEmptyDatabaseToTheWholeRun() throws Exception {
        var configuration = TestPostgres.configuration();
        try (var connection = DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"));
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SHOW server_version_num")) {
            answer.next();
            assertThat(answer.getInt(1)).isGreaterThanOrEqualTo(150_000);
        }
        var all = new TreeMap<>(configuration);
        all.putAll(Issuer.configuration());
        assertThat(new TestPostgres().start()).isEqualTo(all);
    }
}
