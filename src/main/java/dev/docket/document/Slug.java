package dev.docket.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** File names of documents: {@code NNNN-short-kebab-case-title.md}. */
final class Slug {

    /** Letters that no decomposition turns into ASCII. */
    private static final String[][] FOLDS = {
        {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ł", "l"}, {"ı", "i"}
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER = Pattern.compile("^-|-$");

    private Slug() {}

    /** The file name for a number and a title; a title without any ASCII letter or digit gives {@code untitled}. */
    static String fileName(int number, String title) {
        String words = words(title);
        return Address.padded(number) + "-" + (words.isEmpty() ? "untitled" : words) + ".md";
    }

    private static String words(String title) {
        String folded = MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (String[] fold : FOLDS) {
            folded = folded.replace(fold[0], fold[1]);
        }
        String joined =
                OTHERS.matcher(APOSTROPHES.matcher(folded).replaceAll("")).replaceAll("-");
        return OUTER.matcher(joined).replaceAll("");
    }
}
