package dev.docket.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about secrets, by their hashes, believed for a second: so long does a revocation take to reach the
 * other replicas, and so long does a secret that is in use cost nothing more.
 */
final class Beliefs {

    private static final Duration BELIEVED = Duration.ofSeconds(1);
    private static final int SECRETS = 10_000;

    private final Clock clock;
    private final Duration grace;
    private final Cache<ByteBuffer, Belief> found = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(SECRETS)
            .build();

    /** @param since as {@link System#nanoTime()} */
    private record Belief(Optional<SecurityIdentity> identity, long since) {

        boolean holds() {
            return System.nanoTime() - since < BELIEVED.toNanos();
        }
    }

    /** {@code grace} is how long after its end an account still counts: clocks may be so far apart. */
    Beliefs(Clock clock, Duration grace) {
        this.clock = clock;
        this.grace = grace;
    }

    /** Null where nothing is believed; fails with {@link AuthenticationFailedException} where it opens nothing now. */
    @Nullable
    Uni<SecurityIdentity> about(byte[] hash) {
        Belief belief = found.getIfPresent(ByteBuffer.wrap(hash));
        if (belief == null || !belief.holds()) {
            return null;
        }
        return valid(belief.identity())
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /**
     * For a second from when it was asked for, for what was revoked since may not have been seen.
     *
     * @param identity empty for a secret that is nobody's
     * @param asked as {@link System#nanoTime()}
     */
    void hold(byte[] hash, Optional<SecurityIdentity> identity, long asked) {
        found.put(ByteBuffer.wrap(hash), new Belief(identity, asked));
    }

    void forget() {
        found.invalidateAll();
    }

    /** What was found, while its account has not expired. */
    Optional<SecurityIdentity> valid(Optional<SecurityIdentity> identity) {
        return identity.filter(
                each -> each.<Account>getAttribute(Account.ATTRIBUTE).unexpired(clock.instant(), grace));
    }
}
