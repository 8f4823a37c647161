package dev.docket.markdown.fact;

import dev.docket.document.content.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Documents that paths and URLs lead to. */
final class Targets {

    private static final Pattern SITE =
            Pattern.compile("^(?:[a-z][a-z0-9+.-]*:)?//.*|^(?:mailto|tel|data|javascript):.*");
    private static final Pattern TAIL = Pattern.compile("[?#].*$");
    private static final Pattern FILE = Pattern.compile(".*\\.(?:md|markdown|mdx)$");
    private static final Pattern RFC = Pattern.compile("(?<![a-z])(?:rfc|rfcs|rfd|rfds|keps?)(?![a-z])");
    private static final Pattern ADR = Pattern.compile("(?<![a-z])(?:m?adrs?)(?![a-z])");
    private static final Pattern NAMED =
            Pattern.compile("(?<![\\p{L}\\d])(ADR|RFC|RFD)[-_ #]{0,2}(\\d{1,6})(?!\\d)", Pattern.CASE_INSENSITIVE);

    private Targets() {}

    record Named(Kind kind, int number) {}

    /**
     * The document that a link leads to; null where it leads elsewhere. On another site only the name of a record's file
     * tells one, never an issue or a pull request; beside it a folder, or the words of the link, do as well.
     */
    static @Nullable Named of(String target, String words, Kind kind) {
        String path = TAIL.matcher(target.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (SITE.matcher(path).matches()) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return FILE.matcher(name).matches() ? named(kindOf(path, kind), Numbers.ofPath(name)) : null;
        }
        Integer number = Numbers.ofPath(path.endsWith("/") ? path + "readme.md" : path);
        boolean document = FILE.matcher(path).matches() || path.endsWith("/") || path.indexOf('.', 2) < 0;
        Named said = said(words);
        return number != null && document ? named(kindOf(path, said == null ? kind : said.kind()), number) : said;
    }

    static @Nullable Named named(Kind kind, @Nullable Integer number) {
        return number == null ? null : new Named(kind, number);
    }

    /** The kind that the path says last, file name before folder. */
    private static Kind kindOf(String path, Kind kind) {
        int rfc = last(RFC, path);
        int adr = last(ADR, path);
        return rfc == adr ? kind : rfc > adr ? Kind.RFC : Kind.ADR;
    }

    private static int last(Pattern pattern, String path) {
        Matcher matcher = pattern.matcher(path);
        int at = -1;
        while (matcher.find()) {
            at = matcher.start();
        }
        return at;
    }

    private static @Nullable Named said(String words) {
        Matcher matcher = NAMED.matcher(words);
        if (!matcher.find()) {
            return null;
        }
        Kind kind = "adr".equals(matcher.group(1).toLowerCase(Locale.ROOT)) ? Kind.ADR : Kind.RFC;
        return named(kind, Numbers.number(matcher.group(2)));
    }
}
