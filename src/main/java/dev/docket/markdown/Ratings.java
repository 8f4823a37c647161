package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Grades as they are written: {@code High (delayed exports)} has a level and a text, {@code unclear} only a text. */
final class Ratings {

    private static final Pattern RATING =
            Pattern.compile("(?is)^[*_\\s]*(low|medium|med|moderate|high)[*_.]*\\s*(?:\\((.+)\\)[.]?)?$");
    private static final Map<String, String> LEVELS =
            Map.of("low", "low", "medium", "medium", "med", "medium", "moderate", "medium", "high", "high");

    private Ratings() {}

    static ObjectNode read(String text, Sheet sheet) {
        ObjectNode rating = JsonNodeFactory.instance.objectNode();
        Matcher matcher = RATING.matcher(text.strip());
        if (!matcher.matches()) {
            return rating.put("text", text.strip());
        }
        String word = matcher.group(1).toLowerCase(Locale.ROOT);
        String level = LEVELS.getOrDefault(word, "medium");
        if (!word.equals(level)) {
            sheet.label(word);
        }
        rating.put("level", level);
        if (matcher.group(2) != null) {
            rating.put("text", matcher.group(2));
        }
        return rating;
    }

    static String write(JsonNode rating) {
        String level = rating.path("level").asText();
        String text = rating.path("text").asText();
        if (level.isEmpty()) {
            return text;
        }
        String word = Character.toUpperCase(level.charAt(0)) + level.substring(1);
        return text.isEmpty() ? word : word + " (" + text + ")";
    }
}
