package dev.docket.document;

import java.text.Normalizer;
import java.util.Locale;

/** File names of documents: {@code NNNN-short-kebab-case-title.md}. */
final class Slug {

    /** Letters that no decomposition turns into ASCII. */
    private static final String[][] FOLDS = {
        {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"ø", "o"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ł", "l"}, {"ı", "i"}
    };

    private Slug() {}

    /** The file name for a number and a title; a title without any ASCII letter or digit gives {@code untitled}. */
    static String fileName(int number, String title) {
        String words = words(title);
        return "%04d-%s.md".formatted(number, words.isEmpty() ? "untitled" : words);
    }

    private static String words(String title) {
        String folded = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        for (String[] fold : FOLDS) {
            folded = folded.replace(fold[0], fold[1]);
        }
        return folded.replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
