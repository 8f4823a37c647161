package dev.docket.markdown.fact;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names of months. */
final class Months {

    /** Beginnings, folded to ASCII, that tell a month in English, German, French, Spanish, Portuguese, Italian, Dutch. */
    private static final List<List<String>> NAMES = List.of(
            List.of("jan", "ene", "gen"),
            List.of("feb", "fev"),
            List.of("mar", "maer", "mrt", "maa"),
            List.of("apr", "avr", "abr"),
            List.of("may", "mai", "mag", "mei"),
            List.of("jun", "juin", "giu"),
            List.of("jul", "juil", "lug"),
            List.of("aug", "aou", "ago"),
            List.of("sep", "set"),
            List.of("oct", "okt", "out", "ott"),
            List.of("nov"),
            List.of("dec", "dez", "dic"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Months() {}

    /** The month, 1 to 12, that a name of at least three letters begins like; 0: none. */
    static int of(String name) {
        String folded = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        for (int month = 1; month <= NAMES.size(); month++) {
            if (NAMES.get(month - 1).stream().anyMatch(folded::startsWith)) {
                return month;
            }
        }
        return 0;
    }
}
