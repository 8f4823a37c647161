package dev.docket.idempotency;

import dev.docket.document.Redacted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Answers that are kept lose their body where they speak of a document that a content was removed of; the key stays taken. */
@ApplicationScoped
class Forgetting {

    /** A document names itself in its JSON; a part of one is known by the address that it was answered with. */
    private static final String FORGET = """
            UPDATE idempotency_key SET body = '' WHERE position(? IN headers) > 0
              OR (position(?::bytea IN body) > 0 AND position(?::bytea IN body) > 0)
            """;

    private final DataSource database;

    Forgetting(DataSource database) {
        this.database = database;
    }

    /** In the transaction that removes the content. */
    void forget(@Observes Redacted redacted) {
        String path = "/projects/%s/%s/%d"
                .formatted(
                        redacted.address().project(),
                        redacted.address().kind().path(),
                        redacted.address().number());
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FORGET)) {
            update.setString(1, path);
            update.setBytes(2, bytes("\"project\":\"" + redacted.address().project() + '"'));
            update.setBytes(3, bytes("\"ref\":\"" + redacted.address().ref() + '"'));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the answers cannot be cleared", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
