package dev.docket.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.docket.api.ProblemAnswer;
import dev.docket.api.ProblemType;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What each of many may use, kept in memory: a full bucket at first, filled up again steadily. Told in the fields
 * {@code RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class Allowance {

    /** Buckets at a time; the ones unused for longest go first, and come back full. */
    private static final int BUCKETS = 50_000;

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit");

    private final Cache<String, Bucket> buckets;
    private final int size;
    private final int refill;
    private final Duration period;
    private final CharSequence policy;
    private final String left;

    /**
     * @param name of the policy, as clients see it
     * @param size of a full bucket
     * @param refill how much of it comes back in a period, evenly
     * @param period at least a second
     */
    Allowance(String name, int size, int refill, Duration period) {
        this.size = size;
        this.refill = refill;
        this.period = period;
        long window = (size * period.toSeconds() + refill - 1) / refill;
        this.policy = HttpHeaders.createOptimized("\"%s\";q=%d;w=%d".formatted(name, size, window));
        this.left = "\"%s\";r=".formatted(name);
        // A bucket that nobody used for a window is full again, as a new one is.
        this.buckets = Caffeine.newBuilder()
                .maximumSize(BUCKETS)
                .expireAfterAccess(Duration.ofSeconds(window))
                .build();
    }

    /** Takes one from the bucket, and says in the answer's fields what is left; false where it was empty. */
    boolean take(String whose, RoutingContext request) {
        ConsumptionProbe probe = buckets.get(whose, this::bucket).tryConsumeAndReturnRemaining(1);
        MultiMap headers = request.response().headers();
        headers.set(POLICY, policy);
        headers.set(LIMIT, left + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds(probe.getNanosToWaitForRefill())));
        }
        return probe.isConsumed();
    }

    /** Ends the request that found its bucket empty. */
    static void refuse(RoutingContext request) {
        ProblemAnswer.send(request, ProblemType.RATE_LIMITED);
    }

    private Bucket bucket(String whose) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(size).refillGreedy(refill, period))
                .withNanosecondPrecision()
                .build();
    }

    private static long seconds(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Math.max(1, (nanos + second - 1) / second);
    }
}
