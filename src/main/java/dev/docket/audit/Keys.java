package dev.docket.audit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The key that signs checkpoints, and those that did before. */
@ApplicationScoped
class Keys {

    /** Several replicas may make one at the same time: the first that is kept is everybody's. */
    private static final String KEEP = """
            INSERT INTO checkpoint_key (private_key, made_at) VALUES (?, ?) ON CONFLICT (only_row) DO NOTHING
            """;

    private final DataSource database;
    private final CheckpointSettings settings;
    private final Clock clock;
    private volatile @Nullable SigningKey current;

    Keys(DataSource database, CheckpointSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.current = settings.key().map(Keys::configured).orElse(null);
    }

    void sayWhatItIsWorth(@Observes StartupEvent start) {
        if (settings.key().isEmpty()) {
            Log.info(
                    "Checkpoints are signed with a key that the database keeps: they prove nothing against whoever owns"
                            + " the database. Set DOCKET_CHECKPOINTS_KEY to a key of yours.");
        }
    }

    private static SigningKey configured(String text) {
        try {
            return SigningKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "DOCKET_CHECKPOINTS_KEY has to be an Ed25519 private key, PKCS #8 in Base64: " + e.getMessage()
                            + ". openssl genpkey -algorithm ed25519 -outform DER | base64 makes one.");
        }
    }

    /** The key that signs, made now where there is none. */
    SigningKey current() {
        SigningKey known = current;
        if (known == null) {
            known = kept();
            current = known;
        }
        return known;
    }

    /** Whether a checkpoint by that key is one of this service's. */
    boolean trusts(PublicKeyText key) {
        return key.equals(current().publicKey())
                || settings.formerKeys().orElse(List.of()).contains(key.text());
    }

    private SigningKey kept() {
        try (Connection connection = database.getConnection()) {
            Optional<SigningKey> found = find(connection);
            if (found.isEmpty()) {
                try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
                    insert.setString(1, SigningKey.fresh().encoded());
                    insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.executeUpdate();
                }
                found = find(connection);
            }
            return found.orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException("the key for checkpoints cannot be read", e);
        }
    }

    private static Optional<SigningKey> find(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT private_key FROM checkpoint_key");
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(SigningKey.parse(row.getString(1))) : Optional.empty();
        }
    }
}
