package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What the role that the service works as cannot do to the log: the database says so, whatever the code does. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DeniedTest {

    /** Rows that nobody changes, with a column of each. */
    private static final List<String[]> LOGS = List.of(
            new String[] {"revision", "actor"},
            new String[] {"revision_content", "content"},
            new String[] {"feed", "actor"},
            new String[] {"chain", "sha256"},
            new String[] {"checkpoint", "content"},
            new String[] {"checkpoint_key", "private_key"},
            new String[] {"redaction", "reason"},
            new String[] {"trail", "principal"});

    private static final List<String> FUNCTIONS = List.of(
            "refuse_rewriting()",
            "refuse_forgetting()",
            "make_feed_partition(bigint)",
            "cut_trail(integer)",
            "cut_feed(integer)",
            "anonymise_trail(bigint, text, integer)",
            "refuse_naming_others()",
            "refuse_vanishing()",
            "redact(bigint, integer, timestamptz, text, text, bytea, text, boolean)");

    private static final List<String> OTHERS = List.of(
            "CREATE TABLE elsewhere (id integer)",
            "CREATE FUNCTION refuse_rewriting(text) RETURNS void LANGUAGE sql AS ''",
            "DROP SCHEMA public CASCADE",
            "DELETE FROM document",
            "DELETE FROM principal",
            "ALTER ROLE docket_app SUPERUSER",
            "SET session_replication_role = replica");

    private static final String OWNERS_RIGHTS = """
            SELECT p.proname, array_to_string(p.proconfig, ';') FROM pg_proc p
            WHERE p.prosecdef AND p.pronamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'revision'::regclass)
            """;

    @Inject
    DataSource database;

    @Test
    void theServiceCannotRewriteTheLog() throws SQLException {
        List<String> statements = statements();
        for (String statement : statements) {
            refused(
                    database.getConnection(),
                    statement,
                    "permission denied|must be owner|must be able to|no privileges");
        }
        assertThat(statements).hasSizeGreaterThan(60);
        Tally.count("database: statements denied to the service's role", statements.size());
    }

    @Test
    void theOwnerCannotWhileTheTriggersStand() throws SQLException {
        // Contents are guarded row by row: there has to be one.
        Desk.ofNewProject().created(Kind.ADR, Desk.complete(Kind.ADR));
        int refused = 0;
        for (String[] log : LOGS) {
            List<String> statements = new ArrayList<>(List.of(
                    "UPDATE %1$s SET %2$s = %2$s".formatted((Object[]) log), "TRUNCATE %1$s".formatted(log[0])));
            if (!log[0].equals("trail")) {
                statements.add("DELETE FROM " + log[0]);
            }
            for (String statement : statements) {
                refused(Intruder.owner(), statement, "append-only|cannot truncate a table referenced");
                refused++;
            }
        }
        Tally.count("database: statements refused to the owner by triggers", refused);
    }

    /** Whatever the owner says of whom it anonymises: there is nobody of that id who was. */
    @Test
    void theOwnerChangesNobodysTrailUnasked() throws SQLException {
        String mira = Api.unique("mira");
        Api.principalToken(mira);
        for (String id : List.of("(SELECT id FROM principal WHERE name = '" + mira + "')", "0")) {
            refused(
                    Intruder.owner(),
                    "SELECT set_config('docket.anonymising', (%s)::text, true); UPDATE trail SET principal = 'nobody'"
                            .formatted(id),
                    "append-only");
        }
    }

    /** Or the caller could put a table of its own in the place of the owner's: it may make temporary ones. */
    @Test
    void whatRunsWithTheOwnersRightsLooksIntoTemporaryTablesLast() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(OWNERS_RIGHTS)) {
            List<String> functions = new ArrayList<>();
            while (row.next()) {
                functions.add(row.getString(1));
                assertThat(row.getString(2)).as(row.getString(1)).matches("search_path=[^,]+, pg_temp");
            }
            assertThat(functions).contains("make_feed_partition", "cut_trail", "cut_feed", "redact", "anonymise_trail");
        }
    }

    private static List<String> statements() {
        List<String> statements = new ArrayList<>(OTHERS);
        for (String[] log : LOGS) {
            statements.add("UPDATE %1$s SET %2$s = %2$s".formatted((Object[]) log));
            statements.add("DELETE FROM %1$s".formatted(log[0]));
            statements.add("TRUNCATE %1$s".formatted(log[0]));
            statements.add("ALTER TABLE %1$s DISABLE TRIGGER ALL".formatted(log[0]));
            statements.add("DROP TRIGGER %1$s_is_append_only ON %1$s".formatted(log[0]));
            statements.add("ALTER TABLE %1$s DROP COLUMN %2$s".formatted((Object[]) log));
            statements.add("CREATE RULE nothing AS ON INSERT TO %1$s DO INSTEAD NOTHING".formatted(log[0]));
            statements.add("DROP TABLE %1$s CASCADE".formatted(log[0]));
        }
        for (String function : FUNCTIONS) {
            statements.add("DROP FUNCTION %s CASCADE".formatted(function));
            statements.add("ALTER FUNCTION %s SECURITY INVOKER".formatted(function));
        }
        statements.add("CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN RETURN NULL; END'");
        statements.add("CREATE OR REPLACE FUNCTION cut_trail(days integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'");
        return statements;
    }

    private static void refused(Connection opened, String statement, String reason) throws SQLException {
        try (Connection connection = opened) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                assertThatThrownBy(() -> sql.execute(statement), statement)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(" + reason + ").*");
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
