package dev.docket.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity provider as Quarkus is to see it. It is resolved with the first token and not at the start, which
 * therefore never waits for it and never fails for it.
 */
@ApplicationScoped
class OidcProvider implements TenantConfigResolver {

    /** No path ends like this: Quarkus would take its last segment for the name of a tenant. */
    static final String TENANT = "identity provider";

    private static final Duration WIDEST_SKEW = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final Optional<OidcTenantConfig> tenant;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
        this.tenant = settings.issuer().map(issuer -> tenant(issuer, settings));
    }

    /** Refuses to start on what would let in the wrong people, or nobody. */
    void check(@Observes StartupEvent start) {
        settings.issuer().ifPresent(issuer -> {
            if (!isAddress(issuer)) {
                throw new ConfigurationException("DOCKET_OIDC_ISSUER has to be an http or https address.");
            }
            if (settings.audience().orElse(List.of()).isEmpty()) {
                throw new ConfigurationException("DOCKET_OIDC_ISSUER is set and DOCKET_OIDC_AUDIENCE is not: without it"
                        + " every token of that issuer would do, whatever program it was made for.");
            }
            if (settings.clockSkew().isNegative() || settings.clockSkew().compareTo(WIDEST_SKEW) > 0) {
                throw new ConfigurationException("DOCKET_OIDC_CLOCK_SKEW has to be between 0S and 10M.");
            }
        });
    }

    /** Whether anybody can sign in with it. */
    boolean configured() {
        return tenant.isPresent();
    }

    @Override
    public Uni<@Nullable OidcTenantConfig> resolve(
            RoutingContext context, OidcRequestContext<OidcTenantConfig> requestContext) {
        return Uni.createFrom().item(tenant.orElse(null));
    }

    private static OidcTenantConfig tenant(String issuer, OidcSettings settings) {
        return OidcTenantConfig.authServerUrl(issuer)
                .tenantId(TENANT)
                .connectionTimeout(OidcPatience.LONGEST)
                .token()
                .issuer(issuer)
                .audience(settings.audience().orElse(List.of()))
                .subjectRequired(true)
                .lifespanGrace(Math.toIntExact(settings.clockSkew().toSeconds()))
                .forcedJwkRefreshInterval(settings.keysEvery())
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
