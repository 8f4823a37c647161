package dev.docket.catalog;

import dev.docket.document.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in the parts of a document at which most of the words stand that were searched for. It takes a word for
 * found by its stem: which words really are, the database says of the few passages that are chosen.
 */
final class Passage {

    /** Characters of a passage. */
    static final int LONGEST = 240;

    /** Characters of a document that are looked through. */
    private static final int LOOKED_THROUGH = 200_000;

    private static final int BEFORE = 60;
    private static final Pattern LEXEME = Pattern.compile("(!?)'((?:[^']|'')+)'");

    private final Set<String> stems = new HashSet<>();

    /** What words of the stems begin with, in lower case: every letter of a page is compared with it. */
    private final String initials;

    /** @param query the text search query, as text */
    Passage(String query) {
        Matcher lexeme = LEXEME.matcher(query);
        while (lexeme.find()) {
            if (lexeme.group(1).isEmpty()) {
                stems.add(lexeme.group(2).replace("''", "'"));
            }
        }
        initials = stems.stream()
                .map(stem -> stem.equals("i") ? "iy" : stem.substring(0, 1))
                .collect(Collectors.joining());
    }

    /** The best passage of a stored document; null where none of the words is found. */
    @Nullable
    String of(byte[] content) {
        Search search = new Search();
        Words.parts(content, search::goOn);
        return search.best;
    }

    /** Looks through the parts of one document. */
    private final class Search {

        private @Nullable String best;
        private int most;
        private int left = LOOKED_THROUGH;

        /** Whether a better passage may come after this part. */
        boolean goOn(String part) {
            String text = part.substring(0, Math.min(part.length(), left));
            Set<String> found = new HashSet<>();
            int first = -1;
            for (int at = 0; at < text.length() && (first < 0 || at < first + LONGEST - BEFORE); at++) {
                String stem = initials.indexOf(Character.toLowerCase(text.charAt(at))) < 0 || !begins(text, at)
                        ? null
                        : stem(text, at);
                if (stem != null) {
                    first = first < 0 ? at : first;
                    found.add(stem);
                }
            }
            if (found.size() > most) {
                most = found.size();
                best = around(part, first);
            }
            left -= text.length();
            return left > 0 && most < stems.size();
        }
    }

    private static boolean begins(String text, int at) {
        return Character.isLetterOrDigit(text.codePointAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at)));
    }

    /** Of every word of every document of a page, so it makes nothing. */
    private @Nullable String stem(String text, int at) {
        for (String stem : stems) {
            if (isOf(text, at, stem)) {
                return stem;
            }
        }
        return null;
    }

    /** A stem is the beginning of its words, but for a y, which became an i in it. */
    private static boolean isOf(String text, int at, String stem) {
        int last = stem.length() - 1;
        return text.regionMatches(true, at, stem, 0, last)
                && (text.regionMatches(true, at + last, stem, last, 1)
                        || (stem.charAt(last) == 'i' && text.regionMatches(true, at + last, "y", 0, 1)));
    }

    /** From the beginning of a word on, and to the end of one. */
    private static String around(String text, int at) {
        int start = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1;
        start = start <= 0 || start > at ? at : start;
        int end = Math.min(text.length(), start + LONGEST);
        int blank = text.lastIndexOf(' ', end);
        if (end < text.length() && blank > at) {
            end = blank;
        }
        if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
            end--;
        }
        return text.substring(start, end);
    }
}
