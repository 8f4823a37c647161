package dev.docket.access;

import dev.docket.api.Names;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "NewToken",
        description =
                "A token to be made. Only an admin makes one for another principal, and only an admin sends kind, "
                        + "displayName or globalRoles.")
record NewToken(
        @Schema(
                description = "The principal that will act with it; it is made if there is none of that name.",
                examples = "portal")
        @NotNull
        @Size(min = 1, max = Names.PRINCIPAL)
        @Pattern(regexp = Names.PRINCIPAL_PATTERN)
        String principal,

        @Schema(
                description = "What a principal that is new is; of any other it has to be what that is.",
                defaultValue = "service-account")
        @Nullable
        PrincipalKind kind,

        @Schema(
                description = "How people call the principal from now on; left out, that stays as it is.",
                examples = "Engineering portal")
        @Size(min = 1, max = PrincipalView.DISPLAY_NAME)
        @Nullable
        String displayName,

        @Schema(
                description = "The principal's global roles from now on; left out, they stay as they are.",
                examples = "[\"auditor\"]")
        @Nullable
        SortedSet<GlobalRole> globalRoles,

        @Schema(description = "What it is for, in your words.", examples = "nightly import")
        @NotNull
        @Size(min = 1, max = NAME)
        String name,

        @Schema(
                description = "What it may be used for: scopes that your own token has. Left out: those of read and "
                        + "write that your own token has.",
                examples = "[\"read\", \"write\"]")
        @Size(min = 1, max = 3)
        @Nullable
        SortedSet<Scope> scopes,

        @Schema(description = "From when on it no longer works: at most 366 days ahead. Left out: 90 days from now.")
        @Nullable
        Instant expiresAt) {

    static final int NAME = 200;
    private static final Duration DEFAULT_LIFE = Duration.ofDays(90);
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Set<Scope> DEFAULT_SCOPES = Set.of(Scope.READ, Scope.WRITE);

    /** Whether it says something about the principal rather than the token. */
    boolean describesPrincipal() {
        return kind != null || displayName != null || globalRoles != null;
    }

    /** Whether it expires within the time that a token may have. */
    boolean expiresInTime(Instant now) {
        return expiresAt == null || (expiresAt.isAfter(now) && !expiresAt.isAfter(now.plus(LONGEST_LIFE)));
    }

    /** The scopes asked for, else the default within those of the caller. */
    Set<Scope> scopes(Set<Scope> callers) {
        return scopes != null
                ? scopes
                : callers.stream().filter(DEFAULT_SCOPES::contains).collect(Collectors.toSet());
    }

    /** What it asks for, with what it leaves out; its bounds hold. */
    Token.Terms terms(Set<Scope> callers, Instant now) {
        Instant end = Objects.requireNonNullElse(expiresAt, now.plus(DEFAULT_LIFE));
        return new Token.Terms(name, scopes(callers), end.truncatedTo(ChronoUnit.MICROS));
    }
}
