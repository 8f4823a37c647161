package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Components of a design, a section each, with labelled prose. */
record Parts(List<Column> columns) implements Shape {

    static final Shape COMPONENTS = new Parts(List.of(
            Column.of("purpose", "Purpose", "responsibility"),
            Column.of("decisions", "Design Decisions", "key decisions"),
            Column.of("interface", "API/Interface", "interface", "api")));

    private static final Pattern NUMBERED = Pattern.compile("(?is)^(component)\\s*(\\d{1,2})\\s*[:.)–—-]\\s*(\\S.*)$");

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        ArrayNode parts = Sheet.list();
        for (Section section : piece.sections()) {
            Matcher numbered = NUMBERED.matcher(section.heading());
            String name = section.heading();
            if (numbered.matches()) {
                sheet.label(numbered.group(1) + " " + numbered.group(2));
                name = numbered.group(3);
            }
            ObjectNode part = parts.addObject();
            if (!name.isEmpty()) {
                part.put("name", name);
            }
            read(Piece.of(section), part, sheet);
        }
        sheet.addAll(pointer, parts);
        return piece.with(List.of()).whole();
    }

    private void read(Piece piece, ObjectNode part, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Labelled labelled : Labels.cut(
                piece.text(),
                name -> columns.stream().anyMatch(column -> column.names().contains(name)))) {
            sheet.label(labelled.label());
            if (labelled.label().isEmpty()) {
                rest.add(labelled.text());
            } else {
                columns.stream()
                        .filter(column -> column.names().contains(labelled.name()))
                        .findFirst()
                        .ifPresent(column -> Verdicts.append(part, column.member(), labelled.text()));
            }
        }
        rest.add(piece.with(piece.sections())
                .whole()
                .substring(piece.text().length())
                .strip());
        rest.removeIf(String::isBlank);
        Verdicts.append(part, "text", String.join("\n\n", rest));
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        for (int i = 0; i < value.size(); i++) {
            JsonNode part = value.get(i);
            ink.heading(
                    level + 1, "Component " + (i + 1) + ": " + part.path("name").asText());
            ink.prose(part.path("text").asText(), level + 1);
            List<String> lines = new ArrayList<>();
            boolean brief = columns.stream()
                    .noneMatch(column -> part.path(column.member()).asText().contains("\n"));
            for (Column column : columns) {
                String text = part.path(column.member()).asText();
                if (brief && !text.isEmpty()) {
                    lines.add("- **" + column.header() + "**: " + text);
                } else {
                    ink.labelled(column.header(), text);
                }
            }
            ink.block(String.join("\n", lines));
        }
    }
}
