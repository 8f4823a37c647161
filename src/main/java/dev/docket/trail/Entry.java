package dev.docket.trail;

import dev.docket.access.Act;
import dev.docket.api.Masking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row to be.
 *
 * @param times how many alike it stands for
 */
record Entry(Instant at, Act act, Origin origin, int times) {

    /** In UTF-16 code units; more is cut off. */
    static final int SUBJECT = 500;

    static final int AGENT = 300;
    static final int DETAIL = 2_000;
    private static final int ADDRESS = 100;

    @Nullable
    String subject() {
        return fit(act.subject(), SUBJECT);
    }

    @Nullable
    String detail() {
        return fit(act.detail(), DETAIL);
    }

    @Nullable
    String address() {
        return fit(origin.address(), ADDRESS);
    }

    @Nullable
    String userAgent() {
        return fit(origin.userAgent(), AGENT);
    }

    /** What a column takes: bounded, without secrets, control characters and halves of surrogate pairs. */
    private static @Nullable String fit(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        // Masked before it is cut, or half a secret could stay; but nothing endless is looked through.
        String start = text.substring(0, Math.min(text.length(), 4 * length));
        StringBuilder fit = new StringBuilder();
        Masking.mask(start)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(length)
                .forEach(fit::appendCodePoint);
        return fit.substring(0, Math.min(fit.length(), length));
    }
}
