package dev.docket.markdown.fact;

import dev.docket.document.content.Rel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a line that say how one document stands to another, and where they end. */
final class Relations {

    /** Words that say nothing in a sentence, but do as a key, a label or the head of a row. */
    private static final String LABEL = "(?=[\\s*_\"']{0,4}(?:[:|]|$))";

    private static final Map<Pattern, Rel> WORDS = words();

    /** Where a sentence ends, what was said of documents ends with it; a full stop in the words of a link ends none. */
    private static final Pattern SENTENCE =
            Pattern.compile("[.!?][\"')\\]*_]{0,5}\\s+(?=\\p{Lu})(?![^\\[\\]]{0,300}\\]\\()|\\s[·•]\\s");

    private final NavigableMap<Integer, Said> said = new TreeMap<>();

    /**
     * Words that were said.
     *
     * @param rel null: a sentence has ended, and nothing is said any more
     * @param from where they begin
     * @param to where they end
     */
    record Said(@Nullable Rel rel, int from, int to) {}

    Relations(String line) {
        // The longer words come first, and keep their place against the shorter ones within them.
        for (Map.Entry<Pattern, Rel> each : WORDS.entrySet()) {
            Matcher matcher = each.getKey().matcher(line);
            while (matcher.find()) {
                put(new Said(each.getValue(), matcher.start(), matcher.end()));
            }
        }
        Matcher ends = SENTENCE.matcher(line);
        while (ends.find()) {
            said.putIfAbsent(ends.end(), new Said(null, ends.start(), ends.end()));
        }
    }

    private void put(Said words) {
        Map.Entry<Integer, Said> longer = said.ceilingEntry(words.to());
        if (longer == null || longer.getValue().from() > words.from()) {
            said.put(words.to(), words);
        }
    }

    /** The last words that end by there; null where nothing is said of a document there. */
    @Nullable
    Said by(int at) {
        Map.Entry<Integer, Said> last = said.floorEntry(at);
        return last == null || last.getValue().rel() == null ? null : last.getValue();
    }

    private static Map<Pattern, Rel> words() {
        Map<String, Rel> words = new LinkedHashMap<>();
        words.put(
                "(?:super[cs]+e+ded|replaced|obsoleted|deprecated|exceeded|overridden) (?:by|with)", Rel.SUPERSEDED_BY);
        words.put("(?:in favou?r of|ersetzt durch|abgelost durch|abgelöst durch)", Rel.SUPERSEDED_BY);
        words.put("(?:remplacée? par|(?:reemplazad|sustituid|substituíd)[oa] p(?:or|ela|elo))", Rel.SUPERSEDED_BY);
        words.put("(?:sostituit[oa] da|vervangen door)", Rel.SUPERSEDED_BY);
        words.put("(?:super[cs]+e+des?|superseding|replac(?:es|ing)|obsoletes)", Rel.SUPERSEDES);
        words.put("(?:ersetzt|remplace|reemplaza|sustituye|substitui|sostituisce|vervangt)", Rel.SUPERSEDES);
        words.put("(?:amended|updated|modified) by", Rel.AMENDED_BY);
        words.put("(?:amends?|amending)", Rel.AMENDS);
        words.put(
                "(?:depends? (?:up)?on|depending on|dependent on|requires|dependenc(?:y|ies)" + LABEL + ")",
                Rel.DEPENDS_ON);
        words.put("required (?:by|for)", Rel.REQUIRED_BY);
        words.put("implemented (?:by|in)", Rel.IMPLEMENTED_BY);
        words.put("implement(?:s|ing|ation of)", Rel.IMPLEMENTS);
        words.put(
                "(?:relates? (?:to|with)|related (?:to|with)|relates|related(?: \\p{L}{2,15})?" + LABEL + ")",
                Rel.RELATES_TO);
        Map<Pattern, Rel> patterns = new LinkedHashMap<>();
        words.forEach((phrase, rel) -> patterns.put(pattern(phrase), rel));
        return patterns;
    }

    /** Keys of front matter have hyphens or underscores where prose has spaces. */
    private static Pattern pattern(String phrase) {
        return Pattern.compile(
                "(?<!\\p{L})" + phrase.replace(" ", "[-_\\s*]{1,5}") + "(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
