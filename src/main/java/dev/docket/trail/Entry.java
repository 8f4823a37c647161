package dev.docket.trail;

import dev.docket.access.Act;
import dev.docket.api.Masking;
import dev.docket.api.Names;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final Predicate<String> NAME =
            Pattern.compile(Names.PRINCIPAL_PATTERN).asMatchPredicate();

    private static final Pattern MEMBER = Pattern.compile("/members/([^/]{1,%d})\\z".formatted(Names.PRINCIPAL));

    /** Who did it and, of a member, whom it was done to. */
    Stream<String> names() {
        return Stream.of(Objects.requireNonNullElse(act.principal(), ""), member())
                .filter(name -> name.length() <= Names.PRINCIPAL && NAME.test(name));
    }

    /** The same without what names the anonymised, whose new names are given by the ones that they had. */
    Entry without(Map<String, String> anonymised) {
        String principal = act.principal() == null ? null : anonymised.get(act.principal());
        String about = anonymised.get(member());
        if (principal == null && about == null) {
            return this;
        }
        Act renamed = new Act(
                act.action(),
                principal == null ? act.principal() : principal,
                act.project(),
                about == null
                        ? act.subject()
                        : act.subject().substring(0, act.subject().lastIndexOf('/') + 1) + about,
                act.detail());
        return new Entry(at, renamed, principal == null ? origin : new Origin(null, null, origin.traceId()), times);
    }

    /** Nothing where the path leads to something else. */
    private String member() {
        Matcher member = MEMBER.matcher(act.subject());
        return member.find() ? member.group(1) : "";
    }

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
