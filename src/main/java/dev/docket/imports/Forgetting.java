package dev.docket.imports;

import dev.docket.document.Redacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reports of imports let go of what they quoted from a file, once a content of its document was removed. */
@ApplicationScoped
class Forgetting {

    private static final String FORGET = """
            UPDATE import_file f SET warnings = NULL, detail = NULL, diff = NULL, step = NULL, content = NULL FROM import i
            WHERE i.id = f.import_id AND i.project_id = ? AND f.ref = ? AND f.done
            """;

    private final DataSource database;

    Forgetting(DataSource database) {
        this.database = database;
    }

    /** In the transaction that removes the content. */
    void forget(@Observes Redacted redacted) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FORGET)) {
            update.setLong(1, redacted.projectId());
            update.setString(2, redacted.address().ref());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the reports cannot be cleared", e);
        }
    }
}
