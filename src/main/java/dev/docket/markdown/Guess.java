package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Blocks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The chosen option where no label says so: the decision in words begins with its name, or says that it was chosen. */
final class Guess {

    private static final Pattern LEADING = Pattern.compile(
            "(?s)^(?:[-*+]\\s+)?(\\*\\*[^*\\n]+\\*\\*|\\[[^\\]\\n]+\\]\\([^)\\n]*\\)|[\"“][^\"”\\n]+[\"”]|`[^`\\n]+`|[^\\n]{1,200})");
    private static final Pattern LABEL =
            Pattern.compile("^[*_]*([A-Z]\\d{1,2}|(?i:option|alternative|solution)\\s+#?\\w{1,2})\\b");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^.{1,400}?[.](?=\\s|$)|^.{1,400}");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern DECIDED = Pattern.compile(
            "(?i)\\b(decided|choose|chose|chosen|go|going|went|use|using|adopt|adopted|adopting|select|selected|picked|pick"
                    + "|recommend|recommended|prefer|preferred|settled|proceed|implement|follow|opt|opted)\\b|^[^\\p{L}]*(?:the (?:first|second|third|fourth) )?(solution|option|alternative) (number )?\\w");
    private static final Pattern NOT =
            Pattern.compile("(?i)\\b(not|never|instead of|rather than|over|against|neither|no|reject(?:ed)?"
                    + "|because|since|due to|as opposed to|compared (?:to|with)|unlike)\\b");

    private Guess() {}

    static void read(String text, Sheet sheet) {
        JsonNode options = sheet.at("/options");
        Matcher leading = LEADING.matcher(text.strip());
        if (options.isEmpty() || !leading.find()) {
            return;
        }
        String first = leading.group(1).replaceAll("^[\"“](.*)[\"”]$", "$1");
        ObjectNode option = OptionMatch.named(options, first, sheet);
        Matcher label = LABEL.matcher(first);
        if (option == null && label.find()) {
            option = OptionMatch.named(options, label.group(1), sheet);
        }
        boolean marked = first.startsWith("**") || !first.equals(leading.group(1));
        if (option == null && marked) {
            option = OptionMatch.alike(options, first, sheet);
        }
        if (option == null) {
            String decided = decided(text);
            ObjectNode strong = strong(options, decided, sheet);
            option = strong == null ? OptionMatch.mentioned(options, decided, sheet) : strong;
        }
        if (option != null && !option.path("verdict").asText().equals("rejected")) {
            Choice.mark(option, sheet);
        }
    }

    /** The option that stands in bold; null for none, or for several. */
    private static @Nullable ObjectNode strong(JsonNode options, String text, Sheet sheet) {
        ObjectNode found = null;
        for (Matcher strong = STRONG.matcher(text); strong.find(); ) {
            ObjectNode option = OptionMatch.named(options, strong.group(1), sheet);
            if (option != null && found != null && !option.equals(found)) {
                return null;
            }
            found = option == null ? found : option;
        }
        return found;
    }

    /** The first sentence where it says that something was decided, up to what was not; else empty. */
    private static String decided(String text) {
        String paragraph = String.join(" ", Blocks.of(text.strip()).get(0).source());
        Matcher sentence = SENTENCE.matcher(paragraph);
        if (!sentence.find() || !DECIDED.matcher(sentence.group()).find()) {
            return "";
        }
        Matcher not = NOT.matcher(sentence.group());
        return not.find() ? sentence.group().substring(0, not.start()) : sentence.group();
    }
}
