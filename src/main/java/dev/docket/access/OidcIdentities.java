package dev.docket.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows the principal that a token of the identity provider stands for. As {@link TokenIdentities}, it believes for a
 * second what it found out: so long does a token that is in use cost neither a query nor a signature.
 */
@ApplicationScoped
class OidcIdentities {

    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int BELIEFS = 10_000;

    private final OidcTokens tokens;
    private final OidcPrincipals principals;
    private final OidcProvider provider;
    private final OidcSettings settings;
    private final BlockingSecurityExecutor workers;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<SecurityIdentity>> beliefs = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(BELIEFS)
            .build();

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
        this.settings = settings;
        this.workers = workers;
        this.clock = clock;
    }

    /** Whether the secret is for it: a compact JWS (RFC 7515, section 7.1), where there is an identity provider. */
    boolean judges(Secret secret) {
        return provider.configured() && secret.isJws();
    }

    /** Fails with {@link AuthenticationFailedException} for every token that opens nothing now. */
    Uni<SecurityIdentity> authenticate(Secret secret, RoutingContext context, IdentityProviderManager identities) {
        ByteBuffer hash = ByteBuffer.wrap(secret.hash());
        Optional<SecurityIdentity> believed = beliefs.getIfPresent(hash);
        if (believed != null) {
            return believed.filter(this::unexpired)
                    .map(identity -> Uni.createFrom().item(identity))
                    .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
        }
        return tokens.judge(secret, context, identities)
                .chain(claims -> workers.executeBlocking(() -> TokenIdentities.identity(principals.signIn(claims))))
                .invoke(identity -> beliefs.put(hash, Optional.of(identity)))
                .onFailure(AuthenticationFailedException.class)
                .invoke(() -> beliefs.put(hash, Optional.empty()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged changed) {
        beliefs.invalidateAll();
    }

    private boolean unexpired(SecurityIdentity identity) {
        Account account = identity.getAttribute(Account.ATTRIBUTE);
        return account.expiresAt() == null
                || clock.instant().isBefore(account.expiresAt().plus(settings.clockSkew()));
    }
}
