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

    private static final String COLUMNS =
            "SELECT p.id, p.key, p.archived, p.policy, m.roles, m.policy_roles FROM project p ";

    private static final String ONE = COLUMNS + """
            LEFT JOIN member m ON m.project_id = p.id AND m.principal = ?
            WHERE p.key = ? AND (? OR p.visibility = 'internal' OR m.principal IS NOT NULL)
            """;

    private static final String MEMBERSHIPS = COLUMNS + """
            JOIN member m ON m.project_id = p.id
            WHERE m.principal = ? ORDER BY p.key LIMIT ?
            """;

    private final DataSource database;

    Standings(DataSource database) {
        this.database = database;
    }

    /** What the caller is in the project now; empty where there is none that the caller may read. */
    Optional<Standing> find(Caller caller, String key) {
        return query(ONE, caller, select -> {
                    select.setString(1, caller.name());
                    select.setString(2, key);
                    select.setBoolean(3, caller.readsEverything());
                })
                .stream()
                .findFirst();
    }

    /** What the caller is in the projects that the caller is a member of, by key; the first so many. */
    List<Standing> memberships(Caller caller, int limit) {
        return query(MEMBERSHIPS, caller, select -> {
            select.setString(1, caller.name());
            select.setInt(2, limit);
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

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
