package dev.docket.project;

import dev.docket.access.Caller;
import dev.docket.access.Role;
import dev.docket.api.Kebab;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What callers are in projects. Every write asks it first, so it takes a statement and no session. */
@ApplicationScoped
class Standings {

    /** One row per project, whose roles are those of all rows that the caller is a member by; null where there is none. */
    private static final String COLUMNS = """
            SELECT p.id, p.key, p.archived, p.policy, held.roles, held.policy_roles
            FROM project p CROSS JOIN LATERAL (
              SELECT array_agg(DISTINCT each.role) FILTER (WHERE NOT each.policy) AS roles,
                array_agg(DISTINCT each.role) FILTER (WHERE each.policy) AS policy_roles
              FROM member m CROSS JOIN LATERAL (
                SELECT false, unnest(m.roles) UNION ALL SELECT true, unnest(m.policy_roles)) AS each (policy, role)
              WHERE m.project_id = p.id AND m.principal = ANY (?)) AS held
            """;

    private static final String ONE = COLUMNS + """
            WHERE p.key = ? AND (? OR p.visibility = 'internal' OR held.roles IS NOT NULL)
            """;

    private static final String MEMBERSHIPS = COLUMNS + """
            WHERE p.id IN (SELECT project_id FROM member WHERE principal = ANY (?)) ORDER BY p.key LIMIT ?
            """;

    private final DataSource database;

    Standings(DataSource database) {
        this.database = database;
    }

    /** What the caller is in the project now; empty where there is none that the caller may read. */
    Optional<Standing> find(Caller caller, String key) {
        return query(ONE, caller, select -> {
                    select.setArray(1, names(select, caller));
                    select.setString(2, key);
                    select.setBoolean(3, caller.readsEverything());
                })
                .stream()
                .findFirst();
    }

    /** What the caller is in the projects that the caller is a member of, by key; the first so many. */
    List<Standing> memberships(Caller caller, int limit) {
        return query(MEMBERSHIPS, caller, select -> {
            select.setArray(1, names(select, caller));
            select.setArray(2, names(select, caller));
            select.setInt(3, limit);
        });
    }

    /** Takes a lock on the project's row for the current transaction, such as {@code FOR SHARE}. */
    void lock(String key, String lock) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT id FROM project WHERE key = ? " + lock)) {
            select.setString(1, key);
            select.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the project cannot be locked", e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private List<Standing> query(String sql, Caller caller, Binding binding) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            binding.bind(select);
            List<Standing> standings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    standings.add(standing(row, caller));
                }
            }
            return standings;
        } catch (SQLException e) {
            throw new IllegalStateException("the project cannot be read", e);
        }
    }

    private static Standing standing(ResultSet row, Caller caller) throws SQLException {
        return new Standing(
                row.getLong(1),
                row.getString(2),
                row.getBoolean(3),
                Policy.read(row.getString(4)),
                caller,
                Kebab.set(Role.class, texts(row.getArray(5))),
                Set.of(texts(row.getArray(6))));
    }

    private static Array names(PreparedStatement select, Caller caller) throws SQLException {
        return select.getConnection().createArrayOf("text", caller.names());
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
