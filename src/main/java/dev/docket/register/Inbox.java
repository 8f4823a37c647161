package dev.docket.register;

import dev.docket.access.Caller;
import dev.docket.api.Cursor;
import dev.docket.api.Kebab;
import dev.docket.api.Keyset;
import dev.docket.api.Page;
import dev.docket.api.Select;
import dev.docket.document.Progress;
import dev.docket.project.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** The approvals of all documents: what was asked first comes first, and what is overdue in the order of its days. */
@ApplicationScoped
class Inbox {

    private final DataSource database;
    private final Clock clock;

    Inbox(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<ApprovalEntry> list(InboxQuery query, Caller caller, Scope scope) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Keyset order = Waiting.order(query);
        Cursor.Scope cursors = new Cursor.Scope(query.text(caller.name()));
        Register register = new Register(database, order, cursors, query.limit());
        Waiting waiting = new Waiting(query, scope, today, order.end(cursors.key(query.cursor())), register.wanted());
        Select found =
                query.ofMe() ? waiting.forMe(caller.name(), Holding.of(database, caller, scope)) : waiting.forAnybody();
        return register.page(
                found, (document, row) -> new ApprovalEntry(document, row.getString("content"), isOverdue(row, today)));
    }

    private static boolean isOverdue(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        return dueOn != null
                && dueOn.isBefore(today)
                && Kebab.constant(Progress.class, row.getString("state")).waits();
    }
}
