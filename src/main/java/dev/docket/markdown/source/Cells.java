package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tables, cell by cell: no cell is dropped, be there more of them than headers. */
final class Cells {

    private Cells() {}

    static Table table(int line, List<String> source) {
        List<String> header = of(source.get(0));
        List<List<String>> rows = new ArrayList<>();
        for (String row : source.subList(Math.min(2, source.size()), source.size())) {
            List<String> cells = new ArrayList<>(of(row));
            while (cells.size() < header.size()) {
                cells.add("");
            }
            rows.add(Collections.unmodifiableList(cells));
        }
        return new Table(line, source, header, Collections.unmodifiableList(rows));
    }

    /** The trimmed cells of a row; a bar at either end belongs to none, an escaped bar is part of its cell. */
    private static List<String> of(String line) {
        String row = line.strip();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean open = false;
        for (int at = row.startsWith("|") ? 1 : 0; at < row.length(); at++) {
            char next = row.charAt(at);
            boolean escapes = next == '\\' && at + 1 < row.length() && row.charAt(at + 1) == '|';
            if (escapes) {
                at++;
                cell.append('|');
            } else if (next == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(next);
            }
            open = escapes || next != '|';
        }
        if (open) {
            cells.add(cell.toString().strip());
        }
        return Collections.unmodifiableList(cells);
    }
}
