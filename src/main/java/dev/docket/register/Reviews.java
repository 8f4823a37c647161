package dev.docket.register;

import dev.docket.api.Cursor;
import dev.docket.api.Kebab;
import dev.docket.api.Keyset;
import dev.docket.api.Page;
import dev.docket.api.Ranges;
import dev.docket.api.Select;
import dev.docket.api.Where;
import dev.docket.project.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Documents that are due, what has been due longest first: those in force by their day of review, proposed ones by how
 * long they have been so. Each has an index in that order, of all and of a project.
 */
@ApplicationScoped
class Reviews {

    private static final Keyset ORDER =
            Keyset.of(false).then("due_on", LocalDate.class).then("document_id", Long.class);

    /** The same order, for a document is due so many days after that day. */
    private static final Keyset BY_DAY =
            Keyset.of(false).then("since", LocalDate.class).then("document_id", Long.class);

    private static final Map<Reason, String> DAYS = Map.of(
            Reason.REVIEW,
                    "review_on AS since FROM document WHERE status IN ('accepted', 'implemented') AND review_on IS NOT NULL",
            Reason.DECISION, "status_date AS since FROM document WHERE status = 'proposed'");

    private final DataSource database;
    private final Clock clock;
    private final int proposedDays;

    Reviews(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "docket.reviews.proposed-days", defaultValue = "14") int proposedDays) {
        this.database = database;
        this.clock = clock;
        this.proposedDays = proposedDays;
    }

    Page<ReviewEntry> list(ReviewQuery query, Scope scope) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Cursor.Scope cursors = new Cursor.Scope(query.text());
        Register register = new Register(database, ORDER, cursors, query.limit());
        Keyset.End end = ORDER.end(cursors.key(query.cursor()));
        LocalDate before = query.before(today);
        int patience = query.proposedDays(proposedDays);
        Select found = Select.of("SELECT due.* FROM (");
        String next = "(";
        for (Reason reason : query.reasons()) {
            int days = reason == Reason.REVIEW ? 0 : patience;
            found.add(next)
                    .add(due(reason, days, query, scope, end, before, register.wanted()))
                    .add(")");
            next = " UNION ALL (";
        }
        return register.page(
                found.add(") AS due").add(ORDER.by("due", register.wanted())),
                (document, row) -> entry(document, row, today));
    }

    private static Select due(
            Reason reason,
            int days,
            ReviewQuery query,
            Scope scope,
            Keyset.@Nullable End end,
            LocalDate before,
            int limit) {
        Ranges ranges = scope.everywhere()
                ? new Ranges().each("kind", "text", query.kinds())
                : new Ranges().each("project_id", "bigint", scope.ids());
        Select rows = Select.of(
                "SELECT r.since + CAST(? AS integer) AS due_on, r.document_id, '%s' AS reason, r.since FROM (SELECT id AS document_id, project_id, kind, %s) AS r"
                        .formatted(reason.json(), DAYS.get(reason)),
                days);
        Where rest = scope.has("r.project_id").and("r.kind = ANY (?)", query.kinds());
        return ranges.within("r.since < ?", before.minusDays(days)).page(rows, rest, BY_DAY, earlier(end, days), limit);
    }

    private static Keyset.@Nullable End earlier(Keyset.@Nullable End end, int days) {
        return end == null ? null : new Keyset.End(List.of(((LocalDate) end.at(0)).minusDays(days), end.at(1)));
    }

    private static ReviewEntry entry(Named document, ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = Objects.requireNonNull(row.getObject("due_on", LocalDate.class));
        return new ReviewEntry(
                document,
                Kebab.constant(Reason.class, row.getString("reason")),
                dueOn,
                ChronoUnit.DAYS.between(dueOn, today));
    }
}
