package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries of a front matter that is no YAML, line by line. */
final class KeyLines {

    private static final Pattern KEY = Pattern.compile("^([\\p{L}_][^:\\s]*(?: [^:\\s]+){0,3})[ \t]*:(?:[ \t]+(.*))?$");
    private static final Pattern COMMENT = Pattern.compile("(^|[ \t])#.*$");
    private static final Pattern QUOTED = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')(?:[ \t]+#.*)?");
    private static final Pattern ITEM = Pattern.compile("^[ \t]*-[ \t]+(.*)$");
    private static final Pattern COMMAS = Pattern.compile(",");

    private KeyLines() {}

    /** None where too little of it looks like entries: then it is prose between two rules. */
    static List<FrontMatter.Entry> entries(List<String> lines, int firstLine) {
        if (prose(lines)) {
            return List.of();
        }
        List<FrontMatter.Entry> entries = new ArrayList<>();
        int from = 0;
        int key = first(lines, 0);
        while (key < lines.size()) {
            int next = first(lines, key + 1);
            entries.add(entry(lines, from, key, next, firstLine));
            from = next;
            key = next;
        }
        return entries;
    }

    private static boolean prose(List<String> lines) {
        List<String> written = lines.stream()
                .filter(Predicate.not(String::isBlank))
                .filter(line -> !line.startsWith("#"))
                .toList();
        long like = written.stream()
                .filter(line ->
                        KEY.matcher(line).matches() || ITEM.matcher(line).matches() || Lines.indent(line) > 0)
                .count();
        return written.isEmpty() || !KEY.matcher(written.get(0)).matches() || like * 2 < written.size();
    }

    private static int first(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !KEY.matcher(lines.get(at)).matches()) {
            at++;
        }
        return at;
    }

    private static FrontMatter.Entry entry(List<String> lines, int from, int key, int next, int firstLine) {
        Matcher matcher = KEY.matcher(lines.get(key));
        String name = matcher.matches() ? matcher.group(1) : "";
        String value = matcher.group(2) == null ? "" : matcher.group(2);
        List<String> values = new ArrayList<>(values(value));
        for (String line : lines.subList(key + 1, next)) {
            Matcher item = ITEM.matcher(line);
            String more = plain(item.matches() ? item.group(1) : line);
            if (!more.isEmpty()) {
                values.add(more);
            }
        }
        return new FrontMatter.Entry(
                name.toLowerCase(Locale.ROOT),
                List.copyOf(values),
                firstLine + key,
                List.copyOf(lines.subList(from, next)));
    }

    private static List<String> values(String value) {
        String plain = plain(value);
        if (plain.startsWith("[") && plain.endsWith("]")) {
            return Arrays.stream(COMMAS.split(plain.substring(1, plain.length() - 1)))
                    .map(KeyLines::plain)
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
        }
        return plain.isEmpty() ? List.of() : List.of(plain);
    }

    private static String plain(String value) {
        String text = value.strip();
        Matcher quoted = QUOTED.matcher(text);
        if (quoted.matches()) {
            return (quoted.group(1) == null ? quoted.group(2) : quoted.group(1)).strip();
        }
        return COMMENT.matcher(text).replaceFirst("").strip();
    }
}
