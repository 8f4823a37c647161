package dev.docket.access;

import dev.docket.api.ProblemAnswer;
import dev.docket.api.ProblemType;
import dev.docket.protection.SignInAttempts;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the token from {@code Authorization: Bearer} (RFC 6750, section 2.1) and answers 401 where it is no good. */
@ApplicationScoped
class BearerMechanism implements HttpAuthenticationMechanism {

    /** More than any of Docket's tokens has, and little to hash. */
    static final int LONGEST = 512;

    /** More than a token of an identity provider has that says whom it stands for in two hundred groups. */
    private static final int LONGEST_JWS = 12 * 1024;

    private static final String SCHEME = "Bearer ";

    /** Before the mechanism that comes with the OIDC of Quarkus, which is never to see a header. */
    private static final int PRIORITY = 2_000;

    private final OidcIdentities provided;
    private final SignInAttempts attempts;

    BearerMechanism(OidcIdentities provided, SignInAttempts attempts) {
        this.provided = provided;
        this.attempts = attempts;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        List<String> sent = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (sent.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        Secret secret = sent.size() == 1 ? secret(sent.get(0)) : null;
        if (secret == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (provided.judges(secret)) {
            return provided.authenticate(secret, context, identities);
        }
        return secret.text().length() > LONGEST
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : identities.authenticate(new BearerRequest(secret));
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    /** The secret of a header, or null where that is none of ours. By hand: an expression costs more than the rest. */
    private static @Nullable Secret secret(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        int start = SCHEME.length();
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        int length = header.length() - start;
        if (length < 1 || length > LONGEST_JWS) {
            return null;
        }
        for (int i = start; i < header.length(); i++) {
            if (header.charAt(i) < '!' || header.charAt(i) > '~') {
                return null;
            }
        }
        return new Secret(header.substring(start));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        if (!attempts.refused(context)) {
            context.response().putHeader(HttpHeaderNames.WWW_AUTHENTICATE, "Bearer");
            ProblemAnswer.send(context, ProblemType.UNAUTHENTICATED);
        }
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        ProblemType.UNAUTHENTICATED.status(), HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(BearerRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }
}
