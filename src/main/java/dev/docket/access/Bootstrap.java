package dev.docket.access;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sees to it at every start that somebody can sign in: by the token of {@code DOCKET_BOOTSTRAP_TOKEN}, or a new one. */
@ApplicationScoped
class Bootstrap {

    /** The account that the operator always has. */
    static final String ADMIN = "admin";

    private static final Pattern TOKEN = Pattern.compile("[!-~]{32,%d}".formatted(BearerMechanism.LONGEST));

    /** In seconds: the first transaction of a process loads half of its classes, which takes long on a busy machine. */
    private static final int PATIENCE = 60;

    /** One replica at a time, until the end of its transaction. */
    private static final String ALONE = "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('docket bootstrap', 0))";

    private static final String ADMIN_TOKEN = """
            SELECT count(*) FROM token t JOIN principal p ON p.id = t.principal_id
            WHERE 'admin' = ANY (p.global_roles) AND 'admin' = ANY (t.scopes)
              AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > :now)
            """;

    private final Principals principals;
    private final Tokens tokens;
    private final EntityManager entities;
    private final Clock clock;
    private final Event<Act> acts;
    private final Optional<String> configured;

    Bootstrap(
            Principals principals,
            Tokens tokens,
            EntityManager entities,
            Clock clock,
            Event<Act> acts,
            @ConfigProperty(name = "docket.bootstrap-token") Optional<String> configured) {
        this.principals = principals;
        this.tokens = tokens;
        this.entities = entities;
        this.clock = clock;
        this.acts = acts;
        this.configured = configured;
    }

    void atStart(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().timeout(PATIENCE).run(() -> ensure(configured));
    }

    /**
     * Makes the token the one bootstrap token, or, where there is none, a new one if no admin could sign in otherwise.
     * What was revoked stays so.
     *
     * @throws ConfigurationException when the token is too short to be safe, or cannot be sent in a header
     */
    @Transactional
    void ensure(Optional<String> token) {
        Optional<Secret> secret = token.map(Bootstrap::checked);
        entities.createNativeQuery(ALONE).getSingleResult();
        if (secret.isPresent()) {
            keep(secret.get());
        } else if (!adminCanSignIn()) {
            Secret fresh = Secret.fresh();
            store(fresh);
            // Before the commit: a token that was printed and not kept is made again at the next start, but one that
            // was kept and not printed would lock everybody out.
            Log.warnf("No admin can sign in yet. A token for the principal admin, shown only now: %s", fresh.text());
        }
    }

    private static Secret checked(String text) {
        String token = text.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new ConfigurationException(
                    "DOCKET_BOOTSTRAP_TOKEN has to have 32 to %d characters, all of them visible ASCII; it has %d."
                            .formatted(BearerMechanism.LONGEST, token.length()));
        }
        Secret secret = new Secret(token);
        if (secret.mistyped()) {
            throw new ConfigurationException("DOCKET_BOOTSTRAP_TOKEN looks like a token of Docket's, but its last 6"
                    + " characters are not the checksum of the others.");
        }
        return secret;
    }

    private void keep(Secret secret) {
        Optional<Token> known = tokens.find("hash", (Object) secret.hash()).firstResultOptional();
        if (known.isEmpty()) {
            tokens.list("bootstrap and revokedAt is null").forEach(token -> {
                token.revoke(clock.instant());
                acts.fire(token.act(Action.TOKEN_REVOKED, null));
            });
            // Before the next one is stored: of these only one is live.
            tokens.flush();
            store(secret);
        } else if (known.get().revoked()) {
            Log.warn("DOCKET_BOOTSTRAP_TOKEN holds a token that was revoked: set another one.");
        }
    }

    private void store(Secret secret) {
        Principal admin = principals.ensure(ADMIN, PrincipalKind.SERVICE_ACCOUNT, null);
        admin.grant(Set.of(GlobalRole.ADMIN));
        Token.Terms terms = new Token.Terms("bootstrap", EnumSet.allOf(Scope.class), null);
        Token token = new Token(admin, secret, terms, clock.instant(), ADMIN).asBootstrap();
        tokens.persistAndFlush(token);
        acts.fire(token.act(Action.TOKEN_CREATED, null));
    }

    private boolean adminCanSignIn() {
        Number count = (Number) entities.createNativeQuery(ADMIN_TOKEN, Long.class)
                .setParameter("now", clock.instant())
                .getSingleResult();
        return count.longValue() > 0;
    }
}
