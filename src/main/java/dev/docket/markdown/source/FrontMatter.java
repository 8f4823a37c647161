package dev.docket.markdown.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands between two lines of dashes at the very beginning of a file.
 *
 * @param lines how many lines of the file it takes, with both fences and whatever is blank before them; 0: there is none
 * @param readable whether it is YAML; where it is not, the entries are its lines that look like {@code key: value}
 */
public record FrontMatter(List<Entry> entries, int lines, boolean readable) {

    private static final FrontMatter NONE = new FrontMatter(List.of(), 0, true);
    private static final Pattern OPENING = Pattern.compile("\\uFEFF?---[ \t]*");
    private static final Pattern CLOSING = Pattern.compile("(?:---|\\.\\.\\.)[ \t]*");

    /**
     * One key with its value.
     *
     * @param key in lower case
     * @param values a scalar as one, a list as several, nothing as none; what is nested is its source
     * @param line the line of the file that the key stands on, from 1
     * @param source its lines down to the next key; the first entry has those before it too, so that all have all
     */
    public record Entry(String key, List<String> values, int line, List<String> source) {}

    /** The front matter of a file. */
    public static FrontMatter of(List<String> lines) {
        int opening = 0;
        while (opening < lines.size() && blank(lines.get(opening))) {
            opening++;
        }
        if (opening == lines.size() || !OPENING.matcher(lines.get(opening)).matches()) {
            return NONE;
        }
        int closing = opening + 1;
        while (closing < lines.size() && !CLOSING.matcher(lines.get(closing)).matches()) {
            closing++;
        }
        return closing == lines.size() ? NONE : between(lines.subList(opening + 1, closing), opening + 2, closing + 1);
    }

    private static boolean blank(String line) {
        return line.isBlank() || "\uFEFF".equals(line) || "&nbsp;".equals(line.strip());
    }

    private static FrontMatter between(List<String> inner, int firstLine, int taken) {
        if (inner.stream().allMatch(String::isBlank)) {
            return new FrontMatter(List.of(), taken, true);
        }
        Optional<List<Entry>> read = Yaml.entries(inner, firstLine);
        if (read.isPresent()) {
            return new FrontMatter(read.get(), taken, true);
        }
        List<Entry> scanned = KeyLines.entries(inner, firstLine);
        return scanned.isEmpty() ? NONE : new FrontMatter(scanned, taken, false);
    }
}
