package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.fact.Mention;
import dev.docket.markdown.fact.Mentions;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links, an item each behind the name of the relation: {@code - **Supersedes:** ADR-0003}. */
record Related(Kind kind) implements Shape {

    /** The relation that each label names, the first of its labels being the one that is written. */
    static final Map<String, Rel> LABELS = labels();

    private static final Pattern REF = Pattern.compile("(?:[a-z][a-z0-9-]{1,62}/)?(?:ADR|RFC)-\\d{1,6}");
    private static final Pattern LINK = Pattern.compile("^\\[([^\\[\\]]+)\\]\\(<?([^()\\s<>]+)>?\\)$");

    private static Map<String, Rel> labels() {
        Map<String, Rel> labels = new LinkedHashMap<>();
        labels.put("supersedes", Rel.SUPERSEDES);
        labels.put("superseded by", Rel.SUPERSEDED_BY);
        labels.put("amends", Rel.AMENDS);
        labels.put("amended by", Rel.AMENDED_BY);
        labels.put("depends on", Rel.DEPENDS_ON);
        labels.put("required by", Rel.REQUIRED_BY);
        labels.put("relates to", Rel.RELATES_TO);
        labels.put("implements", Rel.IMPLEMENTS);
        labels.put("implemented by", Rel.IMPLEMENTED_BY);
        labels.put("tickets", Rel.TICKET);
        labels.put("ticket", Rel.TICKET);
        labels.put("code", Rel.CODE);
        labels.put("tdd", Rel.DESIGN_DOC);
        labels.put("design document", Rel.DESIGN_DOC);
        labels.put("discussion", Rel.DISCUSSION);
        return labels;
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Items items) {
                for (Item item : items.items()) {
                    String left = read(item, sheet);
                    if (!left.isBlank()) {
                        rest.add(left);
                    }
                }
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        return new Piece(String.join("\n", rest), piece.sections(), piece.level()).whole();
    }

    private String read(Item item, Sheet sheet) {
        Labelled labelled = Labels.of(item.text(), LABELS::containsKey);
        Rel rel = labelled.label().isEmpty() ? null : LABELS.get(labelled.name());
        if (rel != null && (Blanks.placeholder(labelled.text()) || link(rel, labelled.text(), sheet))) {
            sheet.label(labelled.label());
            if (Blanks.placeholder(labelled.text())) {
                sheet.label(labelled.text());
            }
            return "";
        }
        mentions(item.text(), kind, sheet);
        return Ink.item("- ", Checks.box(item.done()) + item.text());
    }

    /** Puts a link on the sheet where the text is a target of that relation. */
    boolean link(Rel rel, String text, Sheet sheet) {
        Matcher link = LINK.matcher(text);
        String target = link.matches() ? link.group(2) : text;
        if (target.isBlank() || target.contains("\n") || target.length() > Bounds.URL) {
            return false;
        }
        if (!rel.betweenDocuments()) {
            add(rel, target, link.matches() ? link.group(1) : null, sheet);
            return true;
        }
        if (REF.matcher(target).matches()) {
            add(rel, target, link.matches() ? link.group(1) : null, sheet);
            return true;
        }
        mentioned(rel, text, sheet);
        return false;
    }

    private void mentioned(Rel rel, String text, Sheet sheet) {
        for (Mention mention : Mentions.in(text, kind)) {
            add(mention.rel() == null ? rel : mention.rel(), ref(mention), null, sheet);
        }
    }

    /** The links that the text states with their relation; the text stays where it is. */
    static void mentions(String text, Kind kind, Sheet sheet) {
        for (Mention mention : Mentions.in(text, kind)) {
            if (mention.rel() != null) {
                add(mention.rel(), ref(mention), null, sheet);
            }
        }
    }

    static String ref(Mention mention) {
        return "%s-%04d".formatted(mention.kind().prefix(), mention.number());
    }

    static void add(Rel rel, String target, @Nullable String title, Sheet sheet) {
        for (JsonNode link : sheet.at("/links")) {
            if (link.path("rel").asText().equals(rel.json())
                    && link.path("target").asText().equals(target)) {
                return;
            }
        }
        ObjectNode link = Sheet.list().addObject().put("rel", rel.json()).put("target", target);
        if (title != null && title.length() <= Bounds.LINE) {
            link.put("title", title);
        }
        ArrayNode links = Sheet.list();
        links.add(link);
        sheet.addAll("/links", links);
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        List<String> lines = new ArrayList<>();
        for (JsonNode link : value) {
            lines.add(Ink.item("- ", "**" + label(link.path("rel").asText()) + ":** " + target(link)));
        }
        ink.block(String.join("\n", lines));
    }

    static String label(String rel) {
        String label = LABELS.entrySet().stream()
                .filter(entry -> entry.getValue().json().equals(rel))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(rel);
        return label.equals("tdd") ? "TDD" : Served.capital(label);
    }

    static String target(JsonNode link) {
        String title = link.path("title").asText();
        String target = link.path("target").asText();
        return title.isEmpty() ? target : "[" + title + "](" + target + ")";
    }
}
