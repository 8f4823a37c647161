package dev.docket.markdown.fact;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files that list the documents of a log. */
final class Listing {

    private static final Pattern LINK = Pattern.compile("\\]\\(\\s*<?([^\\s)>]+)");
    private static final Pattern ENTRY = Pattern.compile("^[ \t]*(?:[-*+|]|\\d+[.)]).*");
    private static final int FEWEST = 3;

    private Listing() {}

    /** Whether most lines, headings aside, are items or rows with links to documents. */
    static boolean looks(List<String> lines) {
        long written = lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .count();
        long entries = lines.stream().filter(Listing::entry).count();
        return entries >= FEWEST && entries * 10 >= written * 6;
    }

    private static boolean entry(String line) {
        if (!ENTRY.matcher(line).matches()) {
            return false;
        }
        Matcher links = LINK.matcher(line);
        while (links.find()) {
            String target = links.group(1).replaceFirst("[?#].*$", "");
            if (target.endsWith(".md") && Numbers.ofPath(target) != null) {
                return true;
            }
        }
        return false;
    }
}
