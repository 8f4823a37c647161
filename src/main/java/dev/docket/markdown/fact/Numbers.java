package dev.docket.markdown.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers that file names and headings give documents. */
public final class Numbers {

    static final String PREFIXES = "adr|madr|adl|rfc|rfd|kep|pep|tep|jep|dep|sep|ep|tip|spec|dr|tdr|ddr|pdr|se|proposal"
            + "|decision|record|enhancement";

    private static final int MOST = 999_999;
    private static final Pattern SLASH = Pattern.compile("[/\\\\]");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:md|markdown|mdx|txt|mkd|mdown)$");

    /** Names that say nothing of their own: the folder has the number. */
    private static final Set<String> PLAIN =
            Set.of("readme", "index", "adr", "rfc", "rfd", "decision", "record", "proposal", "kep");

    private static final Pattern DATE =
            Pattern.compile("^(?:19|20)\\d{2}(?:[-_.]?(?:0[1-9]|1[0-2])(?:[-_.]?\\d{2})?)(?!\\d).*|^\\d{7,}.*");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:" + PREFIXES + ")[-_. #]*){0,2}(\\d{1,6})(?:$|[-_. ).:]" + "|(?<=\\d{3})[a-z](?:$|[-_. ]))");
    private static final Pattern INSIDE =
            Pattern.compile("(?:^|[-_. ])(?:" + PREFIXES + ")[-_. #]*(\\d{2,6})(?:$|[-_. ])");
    private static final Pattern PREFIXED = Pattern.compile("^[a-z]{1,12}[-_](\\d{3,6})(?:$|[-_. ])");

    private static final String NAMES = "(?:" + PREFIXES + "|architecture decision record"
            + "|architectural decision record|any decision record|request for comments)";
    private static final Pattern LABELLED = heading("[\\[*_`\\s]*" + NAMES
            + "[-_ #:]*(\\d{1,6}|\\p{So}+|n+|x+|\\?+)(?:-[a-z])?[\\]*_`]*(?:\\s*[:.)|]+|\\s+[–—-]+(?=\\s))[*_`\\s]*");
    private static final Pattern SPACED =
            heading("[\\[*_`\\s]*(?:" + PREFIXES + ")[-_ #]*(\\d{1,6})(?:-[a-z])?[\\]*_`]*(?:\\s+|$)");
    private static final Pattern UNNUMBERED =
            heading("[*_`\\s]*" + NAMES + "()[*_`]*(?:\\s*[:|]|\\s+[–—-](?=\\s))[*_`\\s]*");
    private static final Pattern COUNTED =
            Pattern.compile("[*_`\\s]*#?(\\d{1,6})[*_`]*(?:[.):]+[*_`]*\\s+|\\s*[–—:|-]\\s+)");
    private static final Pattern BARE = Pattern.compile("[*_`\\s]*#?(\\d{1,6})[*_`]*\\s+");

    private Numbers() {}

    /**
     * A heading, taken apart.
     *
     * @param number the number it begins with; null where it has none
     * @param title the rest, as Markdown; the whole heading where nothing else is left
     */
    public record Titled(@Nullable Integer number, String title) {}

    /** The number, 1 to 999,999, that a file's name gives a document, or its folder where the file is a plain README. */
    public static @Nullable Integer ofPath(String path) {
        List<String> segments = Arrays.asList(SLASH.split(path.toLowerCase(Locale.ROOT), -1));
        String name = EXTENSION.matcher(segments.get(segments.size() - 1)).replaceFirst("");
        boolean plain = PLAIN.contains(name) && segments.size() > 1;
        return ofName(plain ? segments.get(segments.size() - 2) : name);
    }

    private static Pattern heading(String beginning) {
        return Pattern.compile(beginning, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static @Nullable Integer ofName(String name) {
        if (DATE.matcher(name).matches()) {
            return null;
        }
        for (Pattern pattern : List.of(NAME, INSIDE, PREFIXED)) {
            Matcher matcher = pattern.matcher(name);
            if (matcher.find()) {
                return number(matcher.group(1));
            }
        }
        return null;
    }

    /**
     * Takes the number off a heading.
     *
     * @param numberOfPath what {@link #ofPath} says: only then is "144 X" a number and a title
     */
    public static Titled ofHeading(String heading, @Nullable Integer numberOfPath) {
        for (Pattern pattern : List.of(LABELLED, SPACED, UNNUMBERED, COUNTED, BARE)) {
            Matcher matcher = pattern.matcher(heading);
            if (!matcher.lookingAt()) {
                continue;
            }
            Integer number = number(matcher.group(1));
            String title = heading.substring(matcher.end()).strip();
            boolean unsure = pattern.equals(BARE) && (number == null || !number.equals(numberOfPath));
            if (!unsure) {
                return new Titled(number, title.isEmpty() ? heading.strip() : title);
            }
        }
        return new Titled(null, heading.strip());
    }

    /** Between 1 and the most there can be; null where it is not, or no number. */
    static @Nullable Integer number(@Nullable String digits) {
        if (digits == null || digits.isEmpty() || !digits.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return null;
        }
        long number = digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits);
        return number < 1 || number > MOST ? null : (Integer) (int) number;
    }
}
