package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lines with what is blank made empty, to compare what is said. */
final class Blanks {

    private Blanks() {}

    static List<String> of(List<String> lines) {
        return lines.stream().map(line -> line.isBlank() ? "" : line).toList();
    }

    /** The lines of the blocks, each where it stands, in so many lines; lines of two blocks would be seen. */
    static List<String> filled(List<Block> blocks, int size) {
        List<String> lines = new ArrayList<>(Collections.nCopies(size, ""));
        for (Block block : blocks) {
            for (int at = 0; at < block.source().size(); at++) {
                String line = lines.get(block.line() - 1 + at) + block.source().get(at);
                lines.set(block.line() - 1 + at, line.isBlank() ? "" : line);
            }
        }
        return lines;
    }
}
