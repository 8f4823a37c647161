package dev.docket.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.api.Names;
import dev.docket.api.StrictJson;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The payload of a token that was found good, read as the configuration says. */
record OidcClaims(JsonNode payload) {

    private static final Pattern PRINCIPAL = Pattern.compile(Names.PRINCIPAL_PATTERN);
    private static final Pattern GROUP = Pattern.compile(Names.GROUP_PATTERN);
    private static final int SUBJECT = 255;
    private static final int DISPLAY_NAME = 200;
    private static final String SCOPES = "docket:";

    /** A token whose signature holds: its second part is read without a doubt. */
    static OidcClaims ofVerified(Secret secret) {
        String[] parts = secret.text().split("\\.", -1);
        OidcClaims claims =
                new OidcClaims(StrictJson.tree(Base64.getUrlDecoder().decode(parts[1])));
        // Keycloak's mark of a token that is for the client's own eyes.
        if ("ID".equals(claims.text("typ"))) {
            throw new AuthenticationFailedException();
        }
        return claims;
    }

    /** {@code sub}, at most 255 characters (OpenID Connect Core 1.0, section 2). */
    String subject() {
        String subject = text("sub");
        if (subject == null || subject.isEmpty() || subject.length() > SUBJECT) {
            throw new AuthenticationFailedException();
        }
        return subject;
    }

    /** The name that a principal of this token has or would get; null where it cannot be one. */
    @Nullable
    String principal(String claim) {
        String named = text(claim);
        String name = named == null ? subject() : named;
        return name.length() <= Names.PRINCIPAL && PRINCIPAL.matcher(name).matches() ? name : null;
    }

    /** How people call the principal; null where the token does not say, or says nothing fit to show. */
    @Nullable
    String displayName(String claim) {
        String name = text(claim);
        boolean fit = name != null
                && !name.isBlank()
                && name.length() <= DISPLAY_NAME
                && name.chars().noneMatch(Character::isISOControl);
        return fit ? name : null;
    }

    /** The groups, without Keycloak's leading slash; those with names that no member has are left out. */
    Set<String> groups(String path) {
        JsonNode found = payload.get(path);
        if (found == null) {
            found = payload.at("/" + path);
        }
        Stream<String> said = found.isTextual()
                ? Stream.of(found.textValue())
                : found.valueStream().filter(JsonNode::isTextual).map(JsonNode::textValue);
        return said.map(group -> group.startsWith("/") ? group.substring(1) : group)
                .filter(OidcClaims::fits)
                .limit(Caller.GROUPS)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean fits(String group) {
        boolean fits = group.length() <= Names.PRINCIPAL && GROUP.matcher(group).matches();
        if (!fits) {
            Log.debugf("A group is ignored, for no member can be called so: %s", group);
        }
        return fits;
    }

    /** All, unless {@code scope} (RFC 8693, section 4.2) names {@code docket:read} and the like: then those alone. */
    Set<Scope> scopes() {
        String said = text("scope");
        List<String> words = said == null ? List.of() : List.of(said.split(" "));
        Set<Scope> named = EnumSet.allOf(Scope.class).stream()
                .filter(scope -> words.contains(SCOPES + scope.json()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
        return named.isEmpty() ? EnumSet.allOf(Scope.class) : named;
    }

    Instant issuedAt() {
        return instant("iat");
    }

    Instant expiresAt() {
        return instant("exp");
    }

    private Instant instant(String claim) {
        return Instant.ofEpochSecond(payload.path(claim).asLong());
    }

    private @Nullable String text(String claim) {
        JsonNode value = payload.get(claim);
        return value == null || !value.isTextual() ? null : value.textValue();
    }
}
