package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phases of a plan, a section each, with a timeline, deliverables and tasks. */
record Phases() implements Shape {

    static final Shape SHAPE = new Phases();

    private static final Pattern PHASE =
            Pattern.compile("(?is)^(phase|stage|milestone|step)\\s*(\\d{1,2})\\s*[:.)–—-]\\s*(\\S.*)$");
    private static final Set<String> LABELS = Set.of("timeline", "deliverables", "tasks");

    @Override
    public boolean grows() {
        return true;
    }

    static boolean isPhase(Section section) {
        return PHASE.matcher(section.heading()).matches() && section.heading().length() < Bounds.LINE;
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        ArrayNode phases = Sheet.list();
        List<Section> others = new ArrayList<>();
        for (Section section : piece.sections()) {
            Matcher heading = PHASE.matcher(section.heading());
            if (isPhase(section) && heading.matches()) {
                sheet.label(heading.group(1) + " " + heading.group(2));
                read(Piece.of(section), phases.addObject().put("name", heading.group(3)), sheet);
            } else {
                others.add(section);
            }
        }
        sheet.addAll(pointer, phases);
        return piece.with(others).whole();
    }

    private static void read(Piece piece, ObjectNode phase, Sheet sheet) {
        Sheet lists = new Sheet();
        List<String> rest = new ArrayList<>();
        for (Labelled part : Labels.cut(piece.text(), LABELS::contains)) {
            sheet.label(part.label());
            switch (part.label().isEmpty() ? "" : part.name()) {
                case "timeline" -> Verdicts.append(phase, "timeline", part.text());
                case "deliverables" -> rest.add(Bullets.SHAPE.read(Piece.of(part.text()), "/deliverables", lists));
                case "tasks" -> rest.add(Checks.SHAPE.read(Piece.of(part.text()), "/tasks", lists));
                default ->
                    rest.add(
                            part.text().matches("(?s)\\s*([-*+]|\\d+[.)]) .*")
                                    ? Checks.SHAPE.read(Piece.of(part.text()), "/tasks", lists)
                                    : part.text());
            }
        }
        rest.add(new Piece("", piece.sections(), piece.level()).whole());
        rest.removeIf(String::isBlank);
        lists.labels().forEach(sheet::label);
        lists.content().properties().forEach(list -> phase.set(list.getKey(), list.getValue()));
        Verdicts.append(phase, "text", String.join("\n\n", rest));
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        for (int i = 0; i < value.size(); i++) {
            JsonNode phase = value.get(i);
            ink.heading(
                    level + 1, "Phase " + (i + 1) + ": " + phase.path("name").asText());
            ink.prose(phase.path("text").asText(), level + 1);
            ink.labelled("Timeline", phase.path("timeline").asText());
            ink.labelledList("Deliverables", phase.path("deliverables"));
            if (phase.has("tasks")) {
                Ink tasks = ink.fresh();
                Checks.SHAPE.write(phase.path("tasks"), tasks, level);
                ink.block("**Tasks:**\n\n" + tasks.toString().stripTrailing());
            }
        }
    }
}
