package dev.docket.document;

import dev.docket.document.content.Level;
import org.jspecify.annotations.Nullable;

/** How grave a risk is, as the one number that the index sorts by: by severity, then impact, then likelihood. */
public final class Grade {

    private static final int LEVELS = 4;

    private Grade() {}

    /** From 0, where nothing is known of it. */
    public static int of(@Nullable Level likelihood, @Nullable Level impact) {
        return (weight(likelihood) * weight(impact) * LEVELS + weight(impact)) * LEVELS + weight(likelihood);
    }

    private static int weight(@Nullable Level level) {
        return level == null ? 0 : level.weight();
    }
}
