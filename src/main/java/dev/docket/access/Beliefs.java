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
    private final Cache<ByteBuffer, Optional<SecurityIdentity>> found = Caffeine.newBuilder()
            .expireAfterWrite(BELIEVED)
            .maximumSize(SECRETS)
            .build();

    /** {@code grace} is how long after its end an account still counts: clocks may be so far apart. */
    Beliefs(Clock clock, Duration grace) {
        this.clock = clock;
        this.grace = grace;
    }

    /** Null where nothing is believed; fails with {@link AuthenticationFailedException} where it opens nothing now. */
    @Nullable
    Uni<SecurityIdentity> about(byte[] hash) {
        Optional<SecurityIdentity> believed = found.getIfPresent(ByteBuffer.wrap(hash));
        if (believed == null) {
            return null;
        }
        return valid(believed)
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /** From now on, for a second; empty for a secret that is nobody's. */
    void hold(byte[] hash, Optional<SecurityIdentity> identity) {
        found.put(ByteBuffer.wrap(hash), identity);
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
