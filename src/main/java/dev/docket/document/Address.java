package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Reference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a document is: kind, project and number; its {@link #ref()} is what people call it. */
public record Address(Kind kind, String project, int number) {

    private static final Pattern REF = Pattern.compile("(?:([a-z][a-z0-9-]{1,62})/)?(ADR|RFC)-0*([1-9][0-9]{0,5})");
    private static final Pattern NAMED = Pattern.compile("(?<![\\w/-])(ADR|RFC)-0*([1-9][0-9]{0,5})(?![\\w-])");

    /** {@code ADR-0042}: at least four digits. */
    public String ref() {
        return kind.prefix() + "-" + padded(number);
    }

    /** The number with at least four digits. */
    static String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** {@code payments/ADR-0042}: its name over all projects. */
    public String subject() {
        return project + "/" + ref();
    }

    /** Where the service has it: {@code /api/v1/projects/payments/adrs/42}. */
    public String path() {
        return "/api/v1/projects/" + project + "/" + kind.path() + "/" + number;
    }

    /** The address that a ref means in a project, or null when the text is none. */
    public static @Nullable Address parse(String text, String project) {
        Matcher parts = REF.matcher(text.strip());
        if (!parts.matches()) {
            return null;
        }
        String named = parts.group(1);
        return new Address(
                Kind.valueOf(parts.group(2)), named == null ? project : named, Integer.parseInt(parts.group(3)));
    }

    /** The document of the project that a reference names, in its text or its URL, or null. */
    static @Nullable Address named(Reference reference, String project) {
        Matcher found = NAMED.matcher(reference.text() + " " + reference.url());
        return found.find()
                ? new Address(Kind.valueOf(found.group(1)), project, Integer.parseInt(found.group(2)))
                : null;
    }
}
