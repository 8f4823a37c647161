package dev.docket.register;

import dev.docket.api.Keyset;
import dev.docket.api.Ranges;
import dev.docket.api.Select;
import dev.docket.api.Where;
import dev.docket.project.Scope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the approvals of a page. In either order there is an index of what is asked of a person and of a role, of the
 * projects, and of all; that of the days holds only what waits and has one.
 */
record Waiting(InboxQuery query, Scope scope, LocalDate today, Keyset.@Nullable End end, int limit) {

    private static final Keyset BY_REQUEST = Keyset.of(false)
            .then("requested_at", OffsetDateTime.class)
            .then("document_id", Long.class)
            .then("approval_id", String.class);
    private static final Keyset BY_DAY = Keyset.of(false)
            .then("due_on", LocalDate.class)
            .then("document_id", Long.class)
            .then("approval_id", String.class);

    private static final String WAITS = "r.state IN ('pending', 'stale')";

    static Keyset order(InboxQuery query) {
        return query.overdueOnly() ? BY_DAY : BY_REQUEST;
    }

    /** What is asked of the person by name, and of any holder of one of the roles. */
    Select forMe(String person, List<Holding> holdings) {
        Select held = Select.of(
                "unnest(CAST(? AS bigint[]), CAST(? AS text[])) AS held(project, role)",
                holdings.stream().map(Holding::project).toList(),
                holdings.stream().map(Holding::role).toList());
        return Select.of("SELECT mine.* FROM ((")
                .add(page(new Ranges().each("approver", "text", List.of(person)), rest()))
                .add(") UNION ALL (")
                .add(page(
                        new Ranges().each(held, "r.project_id = held.project"),
                        rest().and("r.role = held.role AND r.approver IS NULL")))
                .add(")) AS mine")
                .add(order(query).by("mine", limit));
    }

    Select forAnybody() {
        String person = query.person();
        if (person != null) {
            return page(new Ranges().each("approver", "text", List.of(person)), rest());
        }
        if (!scope.everywhere()) {
            return page(new Ranges().each("project_id", "bigint", scope.ids()), rest());
        }
        if (!query.roles().isEmpty()) {
            return page(new Ranges().each("role", "text", query.roles()), rest());
        }
        return page(query.overdueOnly() ? new Ranges() : new Ranges().each("kind", "text", query.kinds()), rest());
    }

    private Select page(Ranges ranges, Where rest) {
        if (query.overdueOnly()) {
            ranges.within(WAITS + " AND r.due_on IS NOT NULL AND r.due_on < ?", today);
        } else {
            ranges.each("state", "text", query.states());
        }
        String first = query.overdueOnly() ? "due_on" : "requested_at";
        String other = query.overdueOnly() ? "requested_at" : "due_on";
        Select rows =
                Select.of("SELECT r.%s, r.document_id, r.approval_id, r.%s, r.state, r.content FROM document_approval r"
                        .formatted(first, other));
        return ranges.page(rows, rest, order(query), end, limit);
    }

    private Where rest() {
        Where rest = scope.has("r.project_id")
                .and("r.kind = ANY (?)", query.kinds())
                .and("r.state = ANY (?)", query.states())
                .ifAny("r.role = ANY (?)", query.roles());
        return Boolean.FALSE.equals(query.overdue)
                ? rest.and("NOT coalesce(" + WAITS + " AND r.due_on < ?, false)", today)
                : rest;
    }
}
