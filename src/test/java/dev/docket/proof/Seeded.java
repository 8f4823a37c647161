package dev.docket.proof;

import dev.docket.postgres.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A schema of its own beside that of the service, with many documents, seeded as the bench seeds its database; and a few
 * that came so long before all others that they are of no era which a search looks through first.
 */
public final class Seeded implements AutoCloseable {

    private static final String SCHEMA = "seeded";

    private final Flyway flyway;
    private final Connection connection;

    public Seeded(int documents) throws Exception {
        Map<String, String> at = TestPostgres.configuration();
        String url = at.get("quarkus.datasource.jdbc.url");
        String owner = at.getOrDefault("docket.owner.username", at.get("quarkus.datasource.username"));
        String password = at.getOrDefault("docket.owner.password", at.get("quarkus.datasource.password"));
        flyway = Flyway.configure()
                .dataSource(url, owner, password)
                .schemas(SCHEMA)
                .placeholders(Map.of("service", ""))
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(owner);
        database.setPassword(password);
        database.setCurrentSchema(SCHEMA);
        database.setOptions("-c plan_cache_mode=force_generic_plan -c TimeZone=UTC");
        connection = database.getConnection();
        seed(documents);
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        flyway.clean();
    }

    private void seed(int documents) throws Exception {
        try (Statement sql = connection.createStatement()) {
            sql.execute("""
                    INSERT INTO project (key, name, visibility, policy, version, created_at, created_by, updated_at, updated_by)
                    VALUES ('templates', 'Templates', 'internal', '{}', 1, now(), 'test', now(), 'test');
                    INSERT INTO document (id, project_id, kind, number, title, status, revision, content_revision, created_at,
                      created_by, updated_at, updated_by, status_date, tags, components, authors, part_ids)
                    OVERRIDING SYSTEM VALUE
                    SELECT CASE WHEN n > 15 THEN 1000000 ELSE 0 END + n, 1, (ARRAY['adr', 'rfc'])[1 + n % 2], n, 'Title ' || n,
                      'accepted', 1, 1, now(), 'test', now(), 'test', current_date, '{}', '{}', '{}', '{}' FROM generate_series(1, 30) AS n;
                    INSERT INTO revision_content SELECT id, 1, convert_to(json_build_object('kind', kind, 'project', 'p1', 'number', 1,
                      'ref', 'ADR-0001', 'title', title, 'status', status, 'revision', 1, 'date', status_date, 'createdAt',
                      '2026-01-01T00:00:00Z', 'createdBy', 'test', 'updatedAt', '2026-01-01T00:00:00Z', 'updatedBy', 'test')::text,
                      'UTF8') FROM document;
                    INSERT INTO document_search SELECT id, 1, 'accepted', '{}', (
                      SELECT to_tsvector('simple', string_agg('word' || (id * k % 97), ' ') || ' 7') FROM generate_series(1, 60) AS k)
                      || array_to_tsvector('=' || kind || ARRAY(SELECT '=era' || size || ':' || (id >> size) FROM generate_series(13, 19) AS size))
                    FROM document;
                    """);
            sql.execute("SET bench.documents = " + documents);
            sql.execute("SET bench.projects = 100");
            sql.execute("SET bench.revisions = 2");
            sql.execute(Files.readString(Path.of("src/bench/search.sql")));
            sql.execute(
                    "VACUUM ANALYZE project, member, document, document_label, document_search, document_state, document_state_tag, "
                            + "document_risk, document_approval, revision, revision_content, feed, feed_head");
        }
    }
}
