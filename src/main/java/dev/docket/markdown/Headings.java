package dev.docket.markdown;

import java.util.Locale;
import java.util.regex.Pattern;

/** How headings, labels and names are compared: by their words alone. */
final class Headings {

    private static final Pattern MARKS = Pattern.compile(
            "<!--.{0,500}?-->|</?[a-zA-Z][^<>]*>|&nbsp;|[*`~]+|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])");
    /** Beyond this no text is a name, and stands as it is. */
    private static final int LONG = 1_000;

    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
    /** Escaped characters stand in the private use area while marks are taken out. */
    private static final char PRIVATE = '\uE000';

    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\]]{0,500})\\](\\([^)]{0,500}\\)|\\[[^\\]]{0,500}\\])?");
    private static final Pattern NUMBERING = Pattern.compile("^(\\d{1,2}|[ivx]{1,4}|[a-z])[.)]\\s+");
    private static final Pattern ASIDE = Pattern.compile("\\s*\\((optional|if applicable|if any)\\)\\s*$");

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})+]+$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Headings() {}

    /** The text without Markdown's marks, in lower case, with single blanks and no punctuation around it. */
    static String name(String heading) {
        if (heading.length() > LONG) {
            return heading.toLowerCase(Locale.ROOT);
        }
        String text =
                plain(heading).toLowerCase(Locale.ROOT).replace("&amp;", "and").replace("&", "and");
        text = ASIDE.matcher(text).replaceFirst("");
        text = trim(text);
        return trim(NUMBERING.matcher(text).replaceFirst(""));
    }

    /** The text without Markdown's marks; links are their text. */
    static String plain(String text) {
        String escaped = ESCAPE.matcher(text)
                .replaceAll(
                        each -> String.valueOf((char) (PRIVATE + each.group(1).charAt(0))));
        String unmarked = LINK.matcher(MARKS.matcher(escaped).replaceAll("")).replaceAll("$1");
        StringBuilder plain = new StringBuilder(unmarked.length());
        unmarked.strip()
                .chars()
                .forEach(each ->
                        plain.append((char) (each - PRIVATE >= 0 && each - PRIVATE < 128 ? each - PRIVATE : each)));
        return plain.toString();
    }

    /** The text as Markdown that {@link #plain} makes the text of again. */
    static String escaped(String text) {
        return plain(text).equals(text) ? text : text.replaceAll("[\\\\`*_\\[\\]<>~&]", "\\\\$0");
    }

    private static String trim(String text) {
        return BLANKS.matcher(AROUND.matcher(text).replaceAll("")).replaceAll(" ");
    }
}
