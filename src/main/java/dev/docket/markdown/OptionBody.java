package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Section;
import dev.docket.markdown.source.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands under the name of an option: arguments, estimates, a verdict, and words that describe it. */
final class OptionBody {

    /** The member that each label is for; {@code why-not} is a reason that rejects, {@code both} has both sides. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("description", "description"),
            Map.entry("pros", "pros"),
            Map.entry("pro", "pros"),
            Map.entry("advantages", "pros"),
            Map.entry("advantage", "pros"),
            Map.entry("benefits", "pros"),
            Map.entry("strengths", "pros"),
            Map.entry("positives", "pros"),
            Map.entry("upsides", "pros"),
            Map.entry("good", "pros"),
            Map.entry("good, because", "pros"),
            Map.entry("vorteile", "pros"),
            Map.entry("avantages", "pros"),
            Map.entry("ventajas", "pros"),
            Map.entry("cons", "cons"),
            Map.entry("con", "cons"),
            Map.entry("disadvantages", "cons"),
            Map.entry("disadvantage", "cons"),
            Map.entry("drawbacks", "cons"),
            Map.entry("weaknesses", "cons"),
            Map.entry("negatives", "cons"),
            Map.entry("downsides", "cons"),
            Map.entry("bad", "cons"),
            Map.entry("bad, because", "cons"),
            Map.entry("nachteile", "cons"),
            Map.entry("inconvénients", "cons"),
            Map.entry("desventajas", "cons"),
            Map.entry("pros/cons", "both"),
            Map.entry("pros and cons", "both"),
            Map.entry("risks", "risks"),
            Map.entry("estimated effort", "effort"),
            Map.entry("effort", "effort"),
            Map.entry("cost/effort", "effort"),
            Map.entry("risk", "riskLevel"),
            Map.entry("risk level", "riskLevel"),
            Map.entry("why not chosen", "why-not"),
            Map.entry("reason", "reason"),
            Map.entry("verdict", "verdict"));

    private final ObjectNode option;
    private final Sheet sheet;
    private List<String> prose = new ArrayList<>();

    private OptionBody(ObjectNode option, Sheet sheet) {
        this.option = option;
        this.sheet = sheet;
    }

    static void read(Piece piece, ObjectNode option, Sheet sheet) {
        OptionBody body = new OptionBody(option, sheet);
        body.read(piece);
        body.prose.removeIf(String::isBlank);
        String said = String.join("\n\n", body.prose);
        if (Verdicts.rejects(said) && !option.has("verdict") && !option.has("reason")) {
            Verdicts.read(said, option, sheet);
        } else {
            Verdicts.append(option, "description", said);
        }
    }

    /** Whether the section has arguments, as only an option has. */
    static boolean argued(Section section) {
        boolean labelled = Labels.cut(section.text(), LABELS::containsKey).stream()
                .anyMatch(part -> !part.label().isEmpty());
        boolean listed = Blocks.of(section.text()).stream()
                .anyMatch(block -> block instanceof Items items && Arguments.among(items));
        return labelled || listed || section.sections().stream().anyMatch(OptionBody::labels);
    }

    /** Puts the arguments of a text on the option; answers what is none. */
    static String argue(String text, ObjectNode option, Sheet sheet) {
        OptionBody body = new OptionBody(option, sheet);
        body.unlabelled(text);
        return String.join("\n\n", body.prose);
    }

    /** Whether the words are a label below an option. */
    static boolean label(String words) {
        return LABELS.containsKey(Headings.name(words));
    }

    /** Whether the heading is one of the labels below an option. */
    static boolean labels(Section section) {
        return section.sections().isEmpty() && LABELS.containsKey(Headings.name(section.heading()));
    }

    private void read(Piece piece) {
        Labels.cut(piece.text(), LABELS::containsKey).forEach(this::labelled);
        List<Section> others = new ArrayList<>();
        for (Section section : piece.sections()) {
            if (labels(section)) {
                labelled(new Labelled(section.heading(), section.text()));
            } else {
                others.add(unargued(section));
            }
        }
        prose.add(new Piece("", others, piece.level()).whole());
    }

    /** The section without the arguments that stand in it, which are the option's. */
    private Section unargued(Section section) {
        List<String> before = prose;
        prose = new ArrayList<>();
        if (Blocks.of(section.text()).stream()
                .anyMatch(block -> block instanceof Items items && Arguments.among(items))) {
            unlabelled(section.text());
        } else {
            prose.add(section.text());
        }
        List<String> left = String.join("\n\n", prose).lines().toList();
        prose = before;
        List<Section> below = section.sections().stream().map(this::unargued).toList();
        return new Section(section.level(), section.heading(), section.line(), section.bodyLine(), left, below);
    }

    private void labelled(Labelled part) {
        if (part.label().isEmpty()) {
            unlabelled(part.text());
            return;
        }
        sheet.label(part.label());
        String member = LABELS.getOrDefault(part.name(), "description");
        switch (member) {
            case "pros", "cons", "risks" -> list(member, part.text());
            case "both" -> unlabelled(part.text());
            case "riskLevel" -> option.set(member, Ratings.read(part.text(), sheet));
            case "verdict" -> Verdicts.read(part.text(), option, sheet);
            case "why-not" -> {
                option.put("verdict", "rejected");
                Verdicts.append(option, "reason", part.text());
            }
            default -> Verdicts.append(option, member, part.text());
        }
    }

    private void list(String member, String text) {
        Sheet list = new Sheet();
        prose.add(Bullets.SHAPE.read(Piece.of(text), "/" + member, list));
        list.labels().forEach(sheet::label);
        list.at("/" + member).forEach(item -> add(member, item.asText()));
    }

    private void unlabelled(String text) {
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(text)) {
            if (block instanceof Items items && Arguments.among(items)) {
                argue(items, rest);
            } else if (block instanceof Table table && prosAndCons(table)) {
                table.header().forEach(sheet::label);
                table.rows().forEach(row -> {
                    add("pros", row.get(0));
                    add("cons", row.get(1));
                });
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        prose.add(String.join("\n\n", rest));
    }

    /** Those that are on no side, "Neutral, because …" among them, describe. */
    private void argue(Items items, List<String> rest) {
        List<String> neutral = new ArrayList<>();
        for (Item item : items.items()) {
            Optional<Arguments.Argument> argument = Arguments.of(item.text());
            if (argument.isPresent()) {
                sheet.label(argument.get().label());
                argument.get().texts().forEach(each -> add(argument.get().good() ? "pros" : "cons", each));
            } else {
                neutral.add(Ink.item("- ", Checks.box(item.done()) + item.text()));
            }
        }
        Bullets.numbers(items, sheet);
        if (!neutral.isEmpty()) {
            rest.add(String.join("\n", neutral));
        }
    }

    private static boolean prosAndCons(Table table) {
        List<String> names = table.header().stream().map(Headings::name).toList();
        return names.equals(List.of("pros", "cons")) && table.rows().stream().allMatch(row -> row.size() == 2);
    }

    private void add(String member, String text) {
        if (!text.isBlank()) {
            ArrayNode list = option.withArray("/" + member);
            list.add(text);
        }
    }
}
