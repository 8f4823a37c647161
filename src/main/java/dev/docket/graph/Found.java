package dev.docket.graph;

import dev.docket.api.Kebab;
import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A document that a walk came to.
 *
 * @param distance how many edges it is away from where the walk began
 */
record Found(long id, Address address, String title, Status status, int distance) {

    /** The columns that {@link #of} reads, of a document {@code d} and its project {@code p}. */
    static final String COLUMNS = "d.id, p.key, d.kind, d.number, d.title, d.status";

    static Found of(ResultSet row, int distance) throws SQLException {
        return new Found(
                row.getLong(1),
                new Address(Kind.of(row.getString(3)), row.getString(2), row.getInt(4)),
                row.getString(5),
                Kebab.constant(Status.class, row.getString(6)),
                distance);
    }

    /** Whether it ever held: it was accepted, whatever came then. */
    boolean wasAccepted() {
        return status.inForce() || status == Status.DEPRECATED || status == Status.SUPERSEDED;
    }
}
