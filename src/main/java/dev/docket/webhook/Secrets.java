package dev.docket.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The secrets of all webhooks, as {@link Sealing} keeps them; each call in the transaction of whoever calls. */
@ApplicationScoped
class Secrets {

    private static final String ADD = "INSERT INTO webhook_secret (present, webhook_id) VALUES (?, ?)";
    private static final String ROTATE =
            "UPDATE webhook_secret SET previous = present, present = ? WHERE webhook_id = ?";
    private static final String FORGET = "DELETE FROM webhook_secret WHERE webhook_id = ?";

    private final DataSource database;
    private final Sealing sealing;

    Secrets(DataSource database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    void add(long webhook, SigningSecret secret) {
        write(ADD, sealing.seal(webhook, secret), webhook);
    }

    /** The present secret becomes the previous one; the one before is gone. */
    void rotate(long webhook, SigningSecret secret) {
        write(ROTATE, sealing.seal(webhook, secret), webhook);
    }

    void forget(long webhook) {
        write(FORGET, webhook);
    }

    private void write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the secret cannot be kept", e);
        }
    }
}
