package dev.docket.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How options are called: a label such as {@code Option 2:} or {@code A1 -}, and a name. */
final class OptionNames {

    private static final String WORD = "(?:option|alternative|solution|variant|variante|approach|proposal|choice)";
    private static final String COUNT = "(?:\\d{1,2}[a-z]?|[a-z]\\d{0,2})";
    private static final Pattern PREFIX = Pattern.compile(
            "(?is)^[*_]*" + WORD + "\\s*#?(?<count>" + COUNT + ")[*_]*\\s*(?:[:.)–—-]+[*_]*\\s*|(?=\\())(?=\\S)");
    private static final Pattern LETTERED =
            Pattern.compile("^[*_]*(?<count>[A-Z]\\d{1,2}|\\d{1,2}[a-z])[*_]*\\s*[:.)–—-]+[*_]*\\s+(?=\\S)");
    private static final Pattern LETTER = Pattern.compile("^[*_]*(?<count>[A-H])[*_]*[:)]+[*_]*\\s+(?=\\S)");
    private static final Pattern NUMBERING = Pattern.compile("^[*_]*(?<count>\\d{1,2})[.):]\\s+(?=\\S)");
    private static final Pattern ONLY = Pattern.compile(
            "(?is)^(?:" + WORD + "\\s*(?:number\\s*)?#?(?<count>" + COUNT + ")|(?<short>[a-z]\\d{1,2}))$");
    private static final Pattern RECOMMENDED = Pattern.compile(
            "(?i)^\\s{0,3}[(\\[]recommended[)\\]]\\s{0,3}|\\s{0,3}(?:[(\\[]|[–—-]{1,3}\\s{0,3})[*_]*recommended[*_]*[)\\]]?\\s{0,3}$");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})['’](?=\\p{L})");
    private static final Pattern ENDING = Pattern.compile("(?<=\\p{L}{3})(?:ings?|ed|es|s|e|ation|ments?)$");
    private static final Set<String> EMPTY = Set.of(
            "a", "an", "the", "to", "of", "in", "on", "for", "and", "or", "with", "by", "as", "is", "it", "we", "our",
            "use", "using", "ex", "eg");

    /** No name is longer, and no label. */
    private static final int ENOUGH = 2_000;

    private static final int SHORT = 60;

    private OptionNames() {}

    /**
     * A name and what stands before it.
     *
     * @param prefix the label as written; empty for none
     * @param count its number or letter, in lower case; empty for none
     * @param name the name
     */
    record Cut(String prefix, String count, String name) {}

    static Cut cut(String written) {
        String text = written.strip();
        for (Pattern pattern : List.of(PREFIX, LETTERED, LETTER, NUMBERING)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                String count = matcher.group("count").toLowerCase(Locale.ROOT);
                return new Cut(matcher.group(), count, rest(matcher.group(), text.substring(matcher.end())));
            }
        }
        return new Cut("", "", emphasised(text) ? bare(text) : text);
    }

    /** Marks that the label opened end with the name. */
    private static String rest(String prefix, String name) {
        String marks = prefix.replaceAll("^([*_]*).*", "$1").replace("\n", "");
        boolean open = !marks.isEmpty() && name.strip().endsWith(marks) && prefix.indexOf(marks, 1) < 0;
        String text = open ? name.strip().substring(0, name.strip().length() - marks.length()) : name.strip();
        return emphasised(text) ? bare(text) : text.strip();
    }

    private static boolean emphasised(String text) {
        return text.matches("(?s)\\*\\*[^*]+\\*\\*|__[^_]+__|\\*[^*]+\\*|_[^_]+_");
    }

    private static String bare(String text) {
        return text.replaceAll("^[*_]+|[*_]+$", "").strip();
    }

    /** The number or letter of a text that is nothing but a label; empty where it is more. */
    static String only(String text) {
        if (text.length() > SHORT) {
            return "";
        }
        Matcher matcher = ONLY.matcher(Headings.plain(text).strip().replaceAll("[.:]$", ""));
        if (!matcher.matches()) {
            return "";
        }
        String count = matcher.group("count") == null ? matcher.group("short") : matcher.group("count");
        return count.toLowerCase(Locale.ROOT);
    }

    /** A name as it is compared: its words alone. */
    static String key(String name) {
        String text = RECOMMENDED.matcher(cut(name).name()).replaceAll("");
        return words(text);
    }

    /** The words of a text, in lower case, a blank between them. */
    static String words(String text) {
        String start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        String plain = Headings.plain(start).toLowerCase(Locale.ROOT);
        return OTHER.matcher(APOSTROPHE.matcher(plain).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** The words that tell a name from others, without their endings. */
    static Set<String> stems(String key) {
        Set<String> all = List.of(key.split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> telling = all.stream()
                .filter(word -> !EMPTY.contains(word))
                .map(word -> ENDING.matcher(word).replaceFirst(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return telling.isEmpty() ? all : telling;
    }

    /** The first letters of its words. */
    static String initials(String key) {
        return List.of(key.split(" ")).stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1))
                .collect(Collectors.joining());
    }
}
