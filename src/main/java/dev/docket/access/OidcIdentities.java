package dev.docket.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.util.Optional;

/**
 * Knows the principal that a token of the identity provider stands for: one that is in use costs a query and the check
 * of a signature a second.
 */
@ApplicationScoped
class OidcIdentities {

    private final OidcTokens tokens;
    private final OidcPrincipals principals;
    private final OidcProvider provider;
    private final BlockingSecurityExecutor workers;
    private final Beliefs beliefs;

    OidcIdentities(
            OidcTokens tokens,
            OidcPrincipals principals,
            OidcProvider provider,
            OidcSettings settings,
            BlockingSecurityExecutor workers,
            Clock clock) {
        this.tokens = tokens;
        this.principals = principals;
        this.provider = provider;
        this.workers = workers;
        this.beliefs = new Beliefs(clock, settings.clockSkew());
    }

    /** Whether the secret is for it: a compact JWS (RFC 7515, section 7.1), where there is an identity provider. */
    boolean judges(Secret secret) {
        return provider.configured() && secret.isJws();
    }

    /** Fails with {@link AuthenticationFailedException} for every token that opens nothing now. */
    Uni<SecurityIdentity> authenticate(Secret secret, RoutingContext context, IdentityProviderManager identities) {
        byte[] hash = secret.hash();
        Uni<SecurityIdentity> believed = beliefs.about(hash);
        if (believed != null) {
            return believed;
        }
        long asked = System.nanoTime();
        return tokens.judge(secret, context, identities)
                .chain(claims -> workers.executeBlocking(() -> TokenIdentities.identity(principals.signIn(claims))))
                .invoke(identity -> beliefs.hold(hash, Optional.of(identity), asked))
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> beliefs.hold(hash, Optional.empty(), asked));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged changed) {
        beliefs.forget();
    }
}
