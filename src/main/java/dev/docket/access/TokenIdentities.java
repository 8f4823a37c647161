package dev.docket.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.api.Kebab;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Knows the principal that a secret stands for. What it finds out it believes for a second: so long does a revocation
 * take to reach the other replicas, and so long does a token that is in use cost no query.
 */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<BearerRequest> {

    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int BELIEFS = 10_000;

    private static final String FIND = """
            SELECT t.id, t.scopes, t.expires_at, t.last_used_at, p.name, p.kind, p.display_name, p.global_roles, p.groups
            FROM token t JOIN principal p ON p.id = t.principal_id
            WHERE t.hash = ? AND t.revoked_at IS NULL
            """;

    private final DataSource database;
    private final LastUses uses;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<SecurityIdentity>> beliefs = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(BELIEFS)
            .build();

    TokenIdentities(DataSource database, LastUses uses, Clock clock) {
        this.database = database;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Class<BearerRequest> getRequestType() {
        return BearerRequest.class;
    }

    /** Fails with {@link AuthenticationFailedException} for every secret that opens nothing now. */
    @Override
    public Uni<SecurityIdentity> authenticate(BearerRequest request, AuthenticationRequestContext context) {
        byte[] hash = request.secret().hash();
        Optional<SecurityIdentity> believed = beliefs.getIfPresent(ByteBuffer.wrap(hash));
        if (believed != null) {
            return valid(believed)
                    .map(identity -> Uni.createFrom().item(identity))
                    .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
        }
        return request.secret().mistyped()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : context.runBlocking(() -> valid(find(hash)).orElseThrow(AuthenticationFailedException::new));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged changed) {
        beliefs.invalidateAll();
    }

    private Optional<SecurityIdentity> valid(Optional<SecurityIdentity> found) {
        return found.filter(identity -> unexpired(identity.getAttribute(Account.ATTRIBUTE)));
    }

    private boolean unexpired(Account account) {
        return account.expiresAt() == null || clock.instant().isBefore(account.expiresAt());
    }

    private Optional<SecurityIdentity> find(byte[] hash) {
        Optional<SecurityIdentity> found;
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setBytes(1, hash);
            try (ResultSet row = query.executeQuery()) {
                found = row.next() ? Optional.of(identity(account(row))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the token cannot be looked up", e);
        }
        beliefs.put(ByteBuffer.wrap(hash), found);
        return found;
    }

    /** As every request carries it, however it signed in. */
    static SecurityIdentity identity(Account account) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(account.caller())
                .addAttribute(Account.ATTRIBUTE, account)
                .build();
    }

    private Account account(ResultSet row) throws SQLException {
        uses.note(row.getLong("id"), instant(row, "last_used_at"));
        Caller caller = new Caller(
                row.getString("name"),
                Kebab.set(GlobalRole.class, texts(row, "global_roles")),
                Kebab.set(Scope.class, texts(row, "scopes")),
                Set.of(texts(row, "groups")));
        return new Account(
                caller,
                Kebab.constant(PrincipalKind.class, row.getString("kind")),
                row.getString("display_name"),
                row.getLong("id"),
                instant(row, "expires_at"));
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
