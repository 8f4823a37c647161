package dev.docket.register;

import dev.docket.api.Cursor;
import dev.docket.api.Keyset;
import dev.docket.api.Page;
import dev.docket.api.Ranges;
import dev.docket.api.Select;
import dev.docket.api.Where;
import dev.docket.project.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The risks of all documents, by how grave they are: along the index of their owners, of the projects, or else of all
 * kinds, statuses and states. Whatever is rare is a range of its own there.
 */
@ApplicationScoped
class Risks {

    /** A risk keeps its id, whatever is done to the others: none is passed over for a change to another one. */
    private static final Keyset ORDER = Keyset.of(true)
            .then("grade", Integer.class)
            .then("document_id", Long.class)
            .then("risk_id", String.class);

    private static final String ROWS = "SELECT r.grade, r.document_id, r.risk_id, r.content FROM document_risk r";

    private final DataSource database;

    Risks(DataSource database) {
        this.database = database;
    }

    Page<RiskEntry> list(RiskQuery query, Scope scope) {
        Cursor.Scope cursors = new Cursor.Scope(query.text());
        Register register = new Register(database, ORDER, cursors, query.limit());
        Select found = found(query, scope, ORDER.end(cursors.key(query.cursor())), register.wanted());
        return register.page(found, (document, row) -> new RiskEntry(document, row.getString("content")));
    }

    private static Select found(RiskQuery query, Scope scope, Keyset.@Nullable End end, int limit) {
        Ranges ranges = new Ranges();
        List<String> owners = query.owners();
        if (!owners.isEmpty()) {
            ranges.each("owner", "text", owners);
        } else if (scope.everywhere()) {
            ranges.each("kind", "text", query.kinds())
                    .each("status", "text", query.statuses())
                    .each("state", "text", query.states());
        } else {
            ranges.each("project_id", "bigint", scope.ids()).each("state", "text", query.states());
        }
        List<Integer> grades = query.grades();
        if (!grades.isEmpty()) {
            ranges.each("grade", "int", grades);
        }
        Where rest = scope.has("r.project_id")
                .and("r.kind = ANY (?)", query.kinds())
                .and("r.status = ANY (?)", query.statuses())
                .and("r.state = ANY (?)", query.states());
        return ranges.page(Select.of(ROWS), rest, ORDER, end, limit);
    }
}
