package dev.docket.contract;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The numeric limits of a value, the tightest of each kind (JSON Schema 2020-12 Validation, 6). */
final class Bounds {
    private static final Set<String> COUNTS = Set.of("minLength", "minItems", "minProperties");
    private static final Set<String> LOWER =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> UPPER =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private final Map<String, BigDecimal> limits = new TreeMap<>();

    static boolean isBound(String keyword) {
        return LOWER.contains(keyword) || UPPER.contains(keyword);
    }

    void tighten(String keyword, BigDecimal limit) {
        boolean says = !COUNTS.contains(keyword) || limit.signum() > 0;
        if (says && !keeps(limits.get(keyword), keyword, limit)) {
            limits.put(keyword, limit);
        }
    }

    /** The keywords of those limits that values within the other limits may break. */
    Set<String> notKeptBy(Bounds others) {
        Set<String> broken = new TreeSet<>();
        limits.forEach((keyword, limit) -> {
            if (!keeps(others.limits.get(keyword), keyword, limit)) {
                broken.add(keyword);
            }
        });
        return broken;
    }

    String describe(String keyword) {
        BigDecimal limit = limits.get(keyword);
        return limit == null ? "unbounded" : limit.toPlainString();
    }

    private static boolean keeps(@Nullable BigDecimal own, String keyword, BigDecimal limit) {
        if (own == null) {
            return false;
        }
        int order = own.compareTo(limit);
        return LOWER.contains(keyword) ? order >= 0 : order <= 0;
    }
}
