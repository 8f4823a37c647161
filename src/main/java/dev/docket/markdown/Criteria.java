package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.markdown.Labels.Labelled;
import java.util.ArrayList;
import java.util.List;

/** A list of criteria, with the day of the review below it. */
record Criteria() implements Shape {

    static final Shape SHAPE = new Criteria();

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        for (Labelled part : Labels.cut(piece.text(), "review date"::equals)) {
            if (part.label().isEmpty()) {
                rest.add(Bullets.SHAPE.read(new Piece(part.text(), List.of(), 1), pointer, sheet));
            } else {
                sheet.label(part.label());
                rest.add(ReviewDate.SHAPE.read(Piece.of(part.text()), "", sheet));
            }
        }
        rest.add(new Piece("", piece.sections(), piece.level()).whole());
        rest.removeIf(String::isBlank);
        return String.join("\n\n", rest);
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        Bullets.SHAPE.write(value, ink, level);
    }
}
