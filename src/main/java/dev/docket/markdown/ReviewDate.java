package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.Bounds;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day to look at the decision again, with what was said beside it: {@code 2026-08-11 (6 months)}. */
record ReviewDate() implements Shape {

    static final Shape SHAPE = new ReviewDate();

    private static final Pattern DATE = Pattern.compile("(?s)^(\\d{4}-\\d{2}-\\d{2})(?:\\s*\\((.+)\\))?$");

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        Matcher matcher = DATE.matcher(piece.text());
        if (matcher.matches() && valid(matcher.group(1))) {
            sheet.set("/reviewOn", matcher.group(1));
            sheet.set("/reviewNote", matcher.group(2));
            return piece.with(piece.sections())
                    .whole()
                    .substring(piece.text().length())
                    .strip();
        }
        if (piece.text().length() > Bounds.ITEM) {
            return piece.whole();
        }
        sheet.addText("/reviewNote", piece.text());
        return new Piece("", piece.sections(), piece.level()).whole();
    }

    private static boolean valid(String date) {
        try {
            return LocalDate.parse(date).toString().equals(date);
        } catch (DateTimeParseException e) {
            return false; // such as 2026-02-30: its words stay as a note
        }
    }

    @Override
    public void write(JsonNode document, Ink ink, int level) {
        ink.block(text(document));
    }

    static String text(JsonNode document) {
        String on = document.path("reviewOn").asText();
        String note = document.path("reviewNote").asText();
        return on.isEmpty() ? note : note.isEmpty() ? on : on + " (" + note + ")";
    }
}
