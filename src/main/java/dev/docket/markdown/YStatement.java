package dev.docket.markdown;

import dev.docket.markdown.source.Section;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision in one sentence: in the context of …, facing …, we decided for … and neglected …, to achieve …, accepting
 * that …. After Zdun and others, Sustainable Architectural Decisions (2013).
 */
final class YStatement {

    private static final Set<String> NAMES =
            Set.of("wh(y) decision statement", "y-statement", "y statement", "decision statement");
    private static final Pattern PARTS = Pattern.compile(
            "(?is)^([*_]*in the context of\\b.*?)\\s*([*_]*we (?:have )?decided\\b.*?)(?:\\s*([*_]*accepting\\b.*))?$");

    /** A sentence is never longer; looking for its parts takes the square of its length at worst. */
    private static final int LONGEST = 10_000;

    private YStatement() {}

    static boolean is(Section section) {
        return NAMES.contains(Headings.name(section.heading()));
    }

    /** Whether the text is one. */
    static boolean matches(String text) {
        return text.length() <= LONGEST && PARTS.matcher(text).matches();
    }

    /** Lays its three parts: the problem, the decision, the price; all of it is the decision where a context stands before. */
    static boolean read(Section section, Sheet sheet) {
        Matcher parts = PARTS.matcher(section.text());
        boolean free = !sheet.has("/context") && !sheet.has("/decision") && !sheet.has("/consequences");
        boolean stated = section.text().length() <= LONGEST
                && parts.matches()
                && section.sections().isEmpty();
        if (!stated || !free && sheet.has("/decision")) {
            return false;
        }
        sheet.label(section.heading());
        if (!free) {
            sheet.set("/decision/statement", section.text());
            return true;
        }
        sheet.set("/context/problem", parts.group(1));
        sheet.set("/decision/statement", parts.group(2));
        sheet.set("/consequences/text", parts.group(3));
        return true;
    }
}
