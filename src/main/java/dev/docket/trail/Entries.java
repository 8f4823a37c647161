package dev.docket.trail;

import dev.docket.access.Action;
import dev.docket.access.Caller;
import dev.docket.access.Permission;
import dev.docket.api.Cursor;
import dev.docket.api.Kebab;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the trail holds, newest first. */
@ApplicationScoped
class Entries {

    private static final String COLUMNS =
            "SELECT id, at, action, principal, project, subject, remote_address, user_agent, trace_id, detail, times FROM trail WHERE true";

    private final DataSource database;

    Entries(DataSource database) {
        this.database = database;
    }

    /** Conditions of the query at hand, and what their parameters are. */
    private static final class Where {
        private final StringBuilder sql = new StringBuilder(COLUMNS);
        private final List<Object> values = new ArrayList<>();

        Where and(String condition, @Nullable Object... bound) {
            if (bound[0] != null) {
                sql.append(" AND ").append(condition);
                values.addAll(Arrays.asList(bound));
            }
            return this;
        }

        static String @Nullable [] any(String[] values) {
            return values.length == 0 ? null : values;
        }
    }

    /** 403 for everybody but admins and auditors. */
    Page<TrailView> list(Caller caller, TrailQuery query) {
        caller.require(Permission.READ_TRAIL);
        Cursor.Scope scope = new Cursor.Scope(
                "trail %s %s %s %s %s".formatted(query.principal, query.action, query.project, query.from, query.to));
        Where where = new Where()
                .and("principal = ANY (?)", (Object) Where.any(query.principals()))
                .and("action = ANY (?)", (Object) Where.any(query.actions()))
                .and("project = ANY (?)", (Object) Where.any(query.projects()))
                .and("at >= ?", query.from())
                .and("at < ?", query.to());
        String after = scope.key(query.cursor());
        if (after != null) {
            Key key = Key.of(after);
            where.and("(at, id) < (?, ?)", key.at(), key.id());
        }
        int limit = query.limit();
        return Page.of(
                read(where, limit + 1), limit, scope, view -> Key.of(view).text());
    }

    /** Where a page ends. */
    private record Key(OffsetDateTime at, long id) {

        static Key of(String text) {
            try {
                int colon = text.indexOf(':');
                long micros = Long.parseLong(text.substring(0, colon));
                Instant at = Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
                return new Key(at.atOffset(ZoneOffset.UTC), Long.parseLong(text.substring(colon + 1)));
            } catch (NumberFormatException | IndexOutOfBoundsException | DateTimeException e) {
                throw ProblemType.UNREADABLE.because("The cursor cannot be used.");
            }
        }

        static Key of(TrailView view) {
            return new Key(view.at().atOffset(ZoneOffset.UTC), view.id());
        }

        String text() {
            return at.toEpochSecond() * 1_000_000L + at.getNano() / 1_000 + ":" + id;
        }
    }

    private List<TrailView> read(Where where, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(where.sql + " ORDER BY at DESC, id DESC LIMIT " + limit)) {
            for (int i = 0; i < where.values.size(); i++) {
                Object value = where.values.get(i);
                query.setObject(
                        i + 1, value instanceof String[] texts ? connection.createArrayOf("text", texts) : value);
            }
            List<TrailView> found = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be read", e);
        }
    }

    private static TrailView view(ResultSet row) throws SQLException {
        return new TrailView(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Kebab.constant(Action.class, row.getString("action")),
                row.getString("principal"),
                row.getString("project"),
                row.getString("subject"),
                row.getString("remote_address"),
                row.getString("user_agent"),
                row.getString("trace_id"),
                row.getString("detail"),
                row.getInt("times"));
    }
}
