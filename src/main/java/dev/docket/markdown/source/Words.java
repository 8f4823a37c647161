package dev.docket.markdown.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The words of a text, to tell whether another has them all. */
public final class Words {

    private Words() {}

    /** How often each run of letters and digits is there, in lower case. */
    public static Map<String, Integer> count(String text) {
        Map<String, Integer> words = new HashMap<>();
        int from = -1;
        int at = 0;
        while (at < text.length()) {
            int next = text.codePointAt(at);
            boolean inside = Character.isLetterOrDigit(next);
            if (inside && from < 0) {
                from = at;
            } else if (!inside && from >= 0) {
                words.merge(text.substring(from, at).toLowerCase(Locale.ROOT), 1, Integer::sum);
                from = -1;
            }
            at += Character.charCount(next);
        }
        if (from >= 0) {
            words.merge(text.substring(from).toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        return words;
    }
}
