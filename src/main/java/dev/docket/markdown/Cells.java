package dev.docket.markdown;

import dev.docket.markdown.source.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tables: which column is which, and how one is written. */
final class Cells {

    private Cells() {}

    /** The index of the column that has one of these names, or null. */
    static @Nullable Integer column(Table table, List<String> names) {
        for (int i = 0; i < table.header().size(); i++) {
            if (names.contains(Headings.name(table.header().get(i)))) {
                return i;
            }
        }
        return null;
    }

    /** Whether a cell can hold the text. */
    static boolean hold(String text) {
        return !text.contains("\n") && text.equals(text.strip());
    }

    static String table(List<String> header, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(line(header));
        lines.add(header.stream().map(each -> "---").collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join("\n", lines);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
