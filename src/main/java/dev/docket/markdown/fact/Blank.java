package dev.docket.markdown.fact;

import java.util.List;
import java.util.regex.Pattern;

/** Files that nobody has filled in yet. */
final class Blank {

    private static final Pattern HEADING = Pattern.compile("^#{1,2}[ \t]+.*");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "^#{1,2}[ \t]+(?:(?:adr|rfc)?[-_ #]*(?:n{3,}|x{3,}|number|\\d{1,4})?[-_.: ]*(?:\\[[^\\[\\]]*\\](?!\\()|\\{[^}]*\\}+|<[^>]*>|TITLE)"
                    + "|(?:adr|rfc)[-_ #]*(?:nnn+|xxx+)\\b.*)[ \t]*$",
            Pattern.CASE_INSENSITIVE);

    private Blank() {}

    /** Whether the first heading is still what the template has in its place. */
    static boolean looks(List<String> lines) {
        return lines.stream()
                .filter(line -> HEADING.matcher(line).matches())
                .findFirst()
                .map(line -> PLACEHOLDER.matcher(line).matches())
                .orElse(false);
    }
}
