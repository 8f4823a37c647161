package dev.docket.access;

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

/** Knows the principal that a secret stands for: a token that is in use costs a query a second. */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<BearerRequest> {

    private static final String FIND = """
            SELECT t.id, t.scopes, t.expires_at, t.last_used_at, p.name, p.kind, p.display_name, p.global_roles, p.groups
            FROM token t JOIN principal p ON p.id = t.principal_id
            WHERE t.hash = ? AND t.revoked_at IS NULL
            """;

    private final DataSource database;
    private final LastUses uses;
    private final Beliefs beliefs;

    TokenIdentities(DataSource database, LastUses uses, Clock clock) {
        this.database = database;
        this.uses = uses;
        this.beliefs = new Beliefs(clock, Duration.ZERO);
    }

    @Override
    public Class<BearerRequest> getRequestType() {
        return BearerRequest.class;
    }

    /** Fails with {@link AuthenticationFailedException} for every secret that opens nothing now. */
    @Override
    public Uni<SecurityIdentity> authenticate(BearerRequest request, AuthenticationRequestContext context) {
        byte[] hash = request.secret().hash();
        Uni<SecurityIdentity> believed = beliefs.about(hash);
        if (believed != null) {
            return believed;
        }
        return request.secret().mistyped()
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : context.runBlocking(() -> beliefs.valid(find(hash)).orElseThrow(AuthenticationFailedException::new));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged changed) {
        beliefs.forget();
    }

    private Optional<SecurityIdentity> find(byte[] hash) {
        long asked = System.nanoTime();
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
        beliefs.hold(hash, found, asked);
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
