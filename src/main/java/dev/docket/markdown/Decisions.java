package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What stands right under the heading of the decision: the choice, why, and the decision in words. */
record Decisions() implements Shape {

    static final Shape SHAPE = new Decisions();

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("rationale", "rationale"),
            Map.entry("justification", "rationale"),
            Map.entry("decision", "statement"),
            Map.entry("positive consequences", "positive"),
            Map.entry("negative consequences", "negative"),
            Map.entry("consequences", "consequences"));
    private static final Pattern CHOSEN = Pattern.compile(
            "(?:chosen|selected|preferred) (?:\\p{L}+ )?\\p{L}+"
                    + "|gewählte (?:option|alternative|lösung)|option (?:choisie|retenue)|(?:opción|opção) (?:elegida|escolhida)");

    private static boolean known(String name) {
        return LABELS.containsKey(name) || CHOSEN.matcher(name).matches();
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<Labelled> parts = Labels.cut(piece.text(), Decisions::known);
        boolean labelled = parts.stream()
                .anyMatch(part -> !part.label().isEmpty() && !part.name().endsWith("consequences"));
        List<String> statement = new ArrayList<>();
        for (Labelled part : parts) {
            sheet.label(part.label());
            if (part.label().isEmpty()) {
                statement.add(labelled ? part.text() : unlabelled(part.text(), sheet));
            } else {
                statement.add(labelled(part, sheet));
            }
        }
        statement.replaceAll(text -> arguments(text, sheet));
        statement.removeIf(String::isBlank);
        sheet.addText(
                "/decision/statement",
                new Piece(String.join("\n\n", statement), piece.sections(), piece.level()).whole());
        return "";
    }

    /** Arguments for the option that is chosen, where its own section has none. */
    private static String arguments(String text, Sheet sheet) {
        JsonNode chosen = sheet.at("/decision/chosen");
        ObjectNode option = chosen.isTextual() ? OptionMatch.exact(sheet.at("/options"), chosen.asText()) : null;
        return option == null || option.has("pros") || option.has("cons")
                ? text
                : OptionBody.argue(text, option, sheet);
    }

    private static String labelled(Labelled part, Sheet sheet) {
        switch (LABELS.getOrDefault(part.name(), "chosen")) {
            case "chosen" -> {
                return chosen(part.text(), sheet);
            }
            case "rationale" -> sheet.addText("/decision/rationale", part.text());
            case "positive", "negative" -> {
                String pointer = "/consequences/" + part.name().split(" ", 2)[0];
                sheet.addText("/consequences/text", Bullets.SHAPE.read(Piece.of(part.text()), pointer, sheet));
            }
            case "consequences" ->
                sheet.addText(
                        "/consequences/text", Consequences.SHAPE.read(Piece.of(part.text()), "/consequences", sheet));
            default -> {
                return part.text();
            }
        }
        return "";
    }

    /** The choice below its label; a list right behind it says why, what follows states the decision. */
    private static String chosen(String text, Sheet sheet) {
        List<Block> blocks = Blocks.of(text);
        String first = blocks.isEmpty() ? "" : String.join("\n", blocks.get(0).source());
        String rest = text.substring(Math.min(text.length(), first.length())).strip();
        boolean why = first.matches("(?s).*\\bbecause\\W*") && blocks.size() > 1 && blocks.get(1) instanceof Items;
        String left = Choice.read(first, true, sheet);
        if (why && left.isEmpty()) {
            String reasons = String.join("\n", blocks.get(1).source());
            sheet.addText("/decision/rationale", reasons.strip());
            rest = rest.substring(reasons.strip().length()).strip();
        }
        return left.isEmpty() ? rest : (left + "\n\n" + rest).strip();
    }

    private static String unlabelled(String text, Sheet sheet) {
        String left = Choice.unlabelled(text, sheet);
        if (left.equals(text)) {
            Guess.read(text, sheet);
        }
        return left;
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        ink.prose(value.path("statement").asText(), level);
    }
}
