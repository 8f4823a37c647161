package dev.docket.catalog;

import dev.docket.document.content.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people call a document, more or less of it: {@code payments/ADR-0042}, {@code ADR-42} or {@code 42}.
 *
 * @param project null: of any project
 * @param kind null: of either kind
 */
record Ref(@Nullable String project, @Nullable Kind kind, int number) {

    private static final Pattern FORM =
            Pattern.compile("(?:([a-z][a-z0-9-]{1,62})/)?(?:(adr|rfc)-)?0*([1-9][0-9]{0,5})");

    /** The ref that the text is, whatever its case; null when it is none. */
    static @Nullable Ref parse(String text) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (text.length() > 100 || !parts.matches()) {
            return null;
        }
        String kind = parts.group(2);
        return new Ref(parts.group(1), kind == null ? null : Kind.of(kind), Integer.parseInt(parts.group(3)));
    }
}
