package dev.docket.markdown;

import dev.docket.document.content.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file beside its text.
 *
 * @param kind the kind it is to be read as; null: what it looks like
 * @param template the id of the template it is to be read as; null: the one it looks like
 * @param path its path in what it came from, such as {@code docs/adr/0012-use-postgresql.md}; null: there is none
 */
public record Hint(
        @Nullable Kind kind,
        @Nullable String template,
        @Nullable String path) {

    public static final Hint NONE = new Hint(null, null, null);
}
