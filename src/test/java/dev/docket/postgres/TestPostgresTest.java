package dev.docket.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
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
        assertThat(new TestPostgres().start()).containsAllEntriesOf(configuration);
    }
}
