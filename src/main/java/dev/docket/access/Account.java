package dev.docket.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A caller with what the service knows beyond what decides on access.
 *
 * @param displayName how people call the principal; null if nobody has said
 * @param tokenId the token that the request came with; null where that was none of Docket's own
 * @param expiresAt from when on that token no longer works; null if it always will
 */
public record Account(
        Caller caller,
        PrincipalKind kind,
        @Nullable String displayName,
        @Nullable Long tokenId,
        @Nullable Instant expiresAt) {

    /** The attribute of a {@code SecurityIdentity} that it is kept as. */
    static final String ATTRIBUTE = "docket.account";

    /** Whether its token still works; {@code grace} is how long after its end it does: clocks may be so far apart. */
    boolean unexpired(Instant now, Duration grace) {
        return expiresAt == null || now.isBefore(expiresAt.plus(grace));
    }
}
