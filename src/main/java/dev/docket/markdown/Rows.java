package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.jspecify.annotations.Nullable;

/**
 * A list of objects as a table, a row each; what a cell cannot hold makes a heading of each row.
 *
 * @param row what a row is called where its first column cannot be its heading
 * @param listed whether a plain list is read as rows that have their first column only
 */
record Rows(String row, boolean listed, List<Column> columns) implements Shape {

    static Shape of(String row, Column... columns) {
        return new Rows(row, false, List.of(columns));
    }

    static Shape listed(String row, Column... columns) {
        return new Rows(row, true, List.of(columns));
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        ArrayNode rows = Sheet.list();
        for (Block block : Blocks.of(piece.text())) {
            if (block instanceof Table table && indexes(table) != null) {
                read(table, rows, sheet);
            } else if (listed && block instanceof Items items) {
                items.items().forEach(item -> read(text(item), rows.addObject(), sheet));
            } else {
                rest.add(String.join("\n", block.source()));
            }
        }
        List<Section> strange = new ArrayList<>();
        for (Section section : piece.sections()) {
            if (!read(section, rows, sheet)) {
                strange.add(section);
            }
        }
        sheet.addAll(pointer, rows);
        return new Piece(String.join("\n\n", rest), strange, piece.level()).whole();
    }

    /** An item of a list is the first column, or has labels for several. */
    private void read(String item, ObjectNode row, Sheet sheet) {
        List<Labelled> parts = Labels.cut(item, this::known);
        boolean labelled = parts.size() > 1
                && parts.stream().map(Labelled::name).distinct().count() == parts.size()
                && columns.get(0).names().contains(parts.get(0).name());
        if (!labelled) {
            row.put(columns.get(0).member(), item);
            return;
        }
        for (Labelled part : parts) {
            sheet.label(part.label());
            put(row, column(part), part.text(), sheet);
        }
    }

    private Column column(Labelled part) {
        return columns.stream()
                .filter(each -> each.names().contains(part.name()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Item item) {
        return Checks.box(item.done()) + item.text();
    }

    /** The column of each cell, or null where the table has one that is not known. */
    private @Nullable List<Column> indexes(Table table) {
        List<Column> found = new ArrayList<>();
        for (String header : table.header()) {
            String name = Headings.name(header);
            Column column = columns.stream()
                    .filter(each -> each.names().contains(name) && !found.contains(each))
                    .findFirst()
                    .orElse(null);
            if (column == null) {
                return null;
            }
            found.add(column);
        }
        boolean fits = table.rows().stream().allMatch(row -> row.size() <= found.size());
        return fits && found.contains(columns.get(0)) ? found : null;
    }

    private void read(Table table, ArrayNode rows, Sheet sheet) {
        table.header().forEach(sheet::label);
        List<Column> found = indexes(table);
        for (List<String> cells : table.rows()) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < cells.size() && found != null; i++) {
                put(row, found.get(i), cells.get(i), sheet);
            }
        }
    }

    private static void put(ObjectNode row, Column column, String value, Sheet sheet) {
        if (value.isBlank()) {
            return;
        }
        if (column.rating()) {
            row.set(column.member(), Ratings.read(value, sheet));
        } else {
            row.put(column.member(), value);
        }
    }

    /** A row that is a section: its heading, or a label, is the first column. */
    private boolean read(Section section, ArrayNode rows, Sheet sheet) {
        List<Labelled> parts = Labels.cut(section.text(), this::known);
        if (!section.sections().isEmpty()
                || parts.isEmpty()
                || parts.get(0).label().isEmpty()) {
            return false;
        }
        ObjectNode row = rows.addObject();
        for (Labelled part : parts) {
            sheet.label(part.label());
            put(row, column(part), part.text(), sheet);
        }
        if (row.has(columns.get(0).member())) {
            sheet.label(section.heading());
        } else {
            put(row, columns.get(0), section.heading(), sheet);
        }
        return true;
    }

    private boolean known(String name) {
        return columns.stream().anyMatch(column -> column.names().contains(name));
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        List<Column> used = columns.stream()
                .filter(column -> column.equals(columns.get(0)) || used(value, column))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        value.forEach(
                row -> rows.add(used.stream().map(column -> text(row, column)).toList()));
        if (rows.stream().flatMap(List::stream).allMatch(Cells::hold)) {
            ink.block(Cells.table(used.stream().map(Column::header).toList(), rows));
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            ink.heading(level + 1, row + " " + (i + 1));
            for (int j = 0; j < used.size(); j++) {
                ink.labelled(used.get(j).header(), rows.get(i).get(j));
            }
        }
    }

    private static boolean used(JsonNode rows, Column column) {
        for (JsonNode row : rows) {
            if (row.has(column.member())) {
                return true;
            }
        }
        return false;
    }

    private static String text(JsonNode row, Column column) {
        JsonNode value = row.path(column.member());
        return column.rating() ? Ratings.write(value) : value.asText();
    }

    @Override
    public boolean grows() {
        return true;
    }
}
