package dev.docket.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Old events go by the million; all of it is tried out in a transaction of the owner that is rolled back. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RetentionTest {

    @Test
    void partitionsGoOnceAllTheirEventsAreOldEnough() throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            try {
                statement.execute("SELECT make_feed_partition(1000000), make_feed_partition(2000000)");
                keep(statement, 999_999, 40);
                keep(statement, 1_999_999, 8);
                statement.execute("UPDATE feed_head SET position = 2000000");
                assertThat(number(statement, "SELECT cut_feed(60)"))
                        .as("too young")
                        .isZero();
                assertThat(number(statement, "SELECT cut_feed(30)")).isEqualTo(1);
                assertThat(number(statement, "SELECT floor FROM feed_head")).isEqualTo(999_999);
                assertThat(number(statement, "SELECT count(*) FROM feed WHERE position < 1000000"))
                        .isZero();
                assertThat(number(statement, "SELECT cut_feed(30)")).as("again").isZero();
                assertThat(number(statement, "SELECT cut_feed(0)"))
                        .as("what is older than a week goes, whatever is asked")
                        .isEqualTo(1);
                assertThat(number(statement, "SELECT floor FROM feed_head")).isEqualTo(1_999_999);
                assertThat(number(statement, "SELECT cut_feed(0)"))
                        .as("the partition of the head stays")
                        .isZero();
            } finally {
                owner.rollback();
            }
            assertThat(number(statement, "SELECT floor FROM feed_head")).isZero();
        }
    }

    private static void keep(Statement statement, long position, int daysAgo) throws SQLException {
        statement.executeUpdate("""
                INSERT INTO feed (position, event_id, type, at, actor, project_id, subject, data)
                VALUES (%d, gen_random_uuid(), 'dev.docket.test.old.v1', now() - interval '%d days', 'docket', 0, 'old', '{}')
                """.formatted(position, daysAgo));
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                setting("quarkus.datasource.jdbc.url", ""),
                setting("docket.owner.username", setting("quarkus.datasource.username", "")),
                setting("docket.owner.password", setting("quarkus.datasource.password", "")));
    }

    private static String setting(String name, String otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(otherwise);
    }
}
