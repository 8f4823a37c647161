package dev.docket.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code DOCKET_OIDC_*} says of the identity provider; without an issuer there is none. */
@ConfigMapping(prefix = "docket.oidc")
interface OidcSettings {

    /** As in the {@code iss} of its tokens; discovery (OpenID Connect Discovery 1.0, section 4) starts here. */
    Optional<String> issuer();

    /** One of these has to be in {@code aud}. */
    Optional<List<String>> audience();

    /** The claim that names the principal; {@code sub} stands in where a token lacks it. */
    @WithDefault("preferred_username")
    String principalClaim();

    /** The claim that says how people call the principal. */
    @WithDefault("name")
    String nameClaim();

    /** The claim with the groups, or the path to it, with slashes. */
    @WithDefault("groups")
    String groupsClaim();

    /** Whoever is in one of these is a global admin, for as long as the token says so. */
    Optional<Set<String>> adminGroups();

    /** Likewise, auditor. */
    Optional<Set<String>> auditorGroups();

    /** How far the clocks may be apart. */
    @WithDefault("30S")
    Duration clockSkew();

    /** How often an unknown key makes Docket ask for the keys again, at most. */
    @WithDefault("10S")
    Duration keysEvery();
}
