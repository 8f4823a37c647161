package dev.docket.access;

import dev.docket.api.ProblemType;
import io.quarkus.logging.Log;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Judges access tokens of the identity provider: signature, by an asymmetric algorithm and a key of the provider's, and
 * {@code iss}, {@code aud}, {@code exp}, {@code nbf}, {@code sub} (RFC 9068, section 4; RFC 8725). The keys are got with
 * the first token, and again for a key that is not among them; what is known goes on working while the provider is away.
 */
@ApplicationScoped
class OidcTokens {

    /** More than a provider that answers at all needs for what a token may make Docket ask. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private final TenantConfigBean tenants;

    /** The attempt to get the keys that is under way, or none. */
    private final AtomicReference<@Nullable CompletableFuture<Void>> attempt = new AtomicReference<>();

    /** When the last such attempt failed, as {@link System#nanoTime()}. */
    private volatile long failedAt = System.nanoTime() - PAUSE;

    OidcTokens(TenantConfigBean tenants) {
        this.tenants = tenants;
    }

    /**
     * The claims of a token that is good now. Fails with {@link AuthenticationFailedException} for every other, and with
     * 503 as long as the keys were never got: then nobody knows yet, and the client had better keep its token.
     */
    Uni<OidcClaims> judge(Secret secret, RoutingContext context, IdentityProviderManager identities) {
        if (keysKnown()) {
            return verify(secret, context, identities);
        }
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> other = attempt.compareAndExchange(null, own);
        if (other != null) {
            return awaited(other).chain(() -> keysKnown() ? verify(secret, context, identities) : unavailable());
        }
        if (System.nanoTime() - failedAt < PAUSE) {
            end(own);
            return unavailable();
        }
        return verify(secret, context, identities).onTermination().invoke(() -> {
            if (!keysKnown()) {
                failedAt = System.nanoTime();
            }
            end(own);
        });
    }

    /** Ends on this request's own context: the attempt ends on that of the request that made it. */
    private static Uni<Void> awaited(CompletableFuture<Void> other) {
        Context own = Vertx.currentContext();
        Uni<Void> ended = Uni.createFrom().completionStage(other);
        return own == null ? ended : ended.emitOn(task -> own.runOnContext(ignored -> task.run()));
    }

    private void end(CompletableFuture<Void> own) {
        attempt.set(null);
        own.complete(null);
    }

    private boolean keysKnown() {
        return tenants.getDynamicTenant(OidcProvider.TENANT) != null;
    }

    private Uni<OidcClaims> verify(Secret secret, RoutingContext context, IdentityProviderManager identities) {
        var request = new TokenAuthenticationRequest(new AccessTokenCredential(secret.text()));
        HttpSecurityUtils.setRoutingContextAttribute(request, context);
        return identities
                .authenticate(request)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(SecurityIdentity::getPrincipal)
                .map(verified -> OidcClaims.ofVerified(secret))
                .onFailure()
                .transform(this::refusal);
    }

    /** A token whose key cannot be got is as one with a key that does not exist: it may be forged as well. */
    private Throwable refusal(Throwable failure) {
        if (keysKnown()) {
            Log.debugf("A token of the identity provider was refused: %s", failure.getClass());
            return new AuthenticationFailedException();
        }
        Log.debugf("The keys of the identity provider cannot be got: %s", failure.getClass());
        return away();
    }

    private static <T> Uni<T> unavailable() {
        return Uni.createFrom().failure(away());
    }

    private static RuntimeException away() {
        return ProblemType.UNAVAILABLE
                .builder("The identity provider cannot be reached. Try again after Retry-After seconds.")
                .withHeader("Retry-After", "5")
                .build();
    }
}
