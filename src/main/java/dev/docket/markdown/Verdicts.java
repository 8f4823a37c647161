package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was decided about an option, as it is written: {@code ✅ **Chosen** - it scales}. */
final class Verdicts {

    private static final Pattern VERDICT = Pattern.compile(
            "(?is)^[^\\p{L}]*(not chosen|rejected|discarded|dismissed|declined|chosen|selected|accepted|adopted"
                    + "|future consideration|deferred|postponed)\\b[*_]*(?:\\s*[-–—:,]\\s*(.+)|[.]?)$");
    private static final Pattern SUFFIX = Pattern.compile(
            "(?is)^(.*\\S)\\s*[(\\[](not chosen|rejected|discarded|dismissed|chosen|selected|accepted|deferred)[)\\]][*_]*$");
    private static final List<String> REJECTED =
            List.of("not chosen", "rejected", "discarded", "dismissed", "declined");
    private static final List<String> DEFERRED = List.of("future consideration", "deferred", "postponed");

    private Verdicts() {}

    /** Puts the verdict and its reason on the option; a text with no known verdict is a reason. */
    static void read(String text, ObjectNode option, Sheet sheet) {
        Matcher matcher = VERDICT.matcher(text.strip());
        if (!matcher.matches()) {
            append(option, "reason", text.strip());
            return;
        }
        sheet.label(matcher.group(1));
        option.put("verdict", of(matcher.group(1)));
        if (matcher.group(2) != null) {
            append(option, "reason", matcher.group(2));
        }
    }

    /** Whether a text begins with the words that turn an option down, and says why. */
    static boolean rejects(String text) {
        Matcher matcher = VERDICT.matcher(text.strip());
        return matcher.matches()
                && matcher.group(2) != null
                && !of(matcher.group(1)).equals("chosen");
    }

    /** The name without a verdict in brackets behind it, which goes to the option. */
    static String withoutSuffix(String name, ObjectNode option, Sheet sheet) {
        Matcher matcher = SUFFIX.matcher(name);
        if (!matcher.matches()) {
            return name;
        }
        String verdict = of(matcher.group(2));
        option.put("verdict", verdict);
        if (!verdict.equalsIgnoreCase(matcher.group(2))) {
            return name; // a word of its own, which is kept
        }
        sheet.label(matcher.group(2));
        return matcher.group(1);
    }

    private static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return REJECTED.contains(lower) ? "rejected" : DEFERRED.contains(lower) ? "deferred" : "chosen";
    }

    static void append(ObjectNode option, String member, String text) {
        if (!text.isBlank()) {
            String before = option.path(member).asText("");
            option.put(member, before.isEmpty() ? text : before + "\n\n" + text);
        }
    }

    /** The verdict as a table's cell has it; empty where nothing is decided or said. */
    static String cell(JsonNode option) {
        String reason = option.path("reason").asText();
        String word = switch (option.path("verdict").asText()) {
            case "chosen" -> "✅ **Chosen**";
            case "rejected" -> "❌ Rejected";
            case "deferred" -> "⏸️ Future consideration";
            default -> "";
        };
        if (word.isEmpty() || reason.isEmpty()) {
            return word + reason;
        }
        return word + " - " + reason;
    }
}
