package dev.docket.access;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Lets no request to the identity provider wait for long: Quarkus bounds the connecting only. */
@ApplicationScoped
@Unremovable // Quarkus looks it up
class OidcPatience implements OidcRequestFilter {

    /** For each of the two requests that it takes to know the keys. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    @Override
    public Uni<Void> filter(OidcRequestFilterContext sent) {
        sent.request().timeout(LONGEST.toMillis());
        return Uni.createFrom().voidItem();
    }
}
