package dev.docket.markdown.fact;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Words without what is decoration: in lower case, without accents. */
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d]+");

    /** A status or a title is said by then. */
    private static final int ENOUGH = 2_000;

    private Folded() {}

    static List<String> words(String text) {
        String start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        String plain = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(MatchResult::group).toList();
    }
}
