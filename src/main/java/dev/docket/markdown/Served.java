package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the server keeps of a document, as sections. */
final class Served {

    private Served() {}

    /** The decision record, a row each. */
    static void record(Draft draft, Ink ink) {
        List<List<String>> rows = new ArrayList<>();
        boolean commented = false;
        for (JsonNode entry : draft.document().path("record")) {
            commented |= entry.has("comment") || entry.has("by");
        }
        for (JsonNode entry : draft.document().path("record")) {
            List<String> row = new ArrayList<>(List.of(
                    capital(entry.path("to").asText()), day(entry.path("at").asText()), cell(entry, "author")));
            if (commented) {
                String by = entry.path("by").asText();
                row.add((cell(entry, "comment") + (by.isEmpty() ? "" : " by " + by)).strip());
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            List<String> header = new ArrayList<>(List.of("Action", "Date", "Author"));
            if (commented) {
                header.add("Comment");
            }
            ink.heading(2, "Decision Record").block(Cells.table(header, rows));
        }
    }

    private static String cell(JsonNode entry, String member) {
        String text = entry.path(member)
                .asText()
                .replaceAll("\\s+", " ")
                .replace("\\", "")
                .strip();
        return text.isEmpty() && member.equals("author") ? "unknown" : text;
    }

    /** The approvals, a box each. */
    static void approvals(Draft draft, Ink ink) {
        List<String> lines = new ArrayList<>();
        for (JsonNode approval : draft.document().path("approvals")) {
            boolean approved = approval.path("state").asText().equals("approved");
            lines.add(Ink.item("- ", (approved ? "[x] " : "[ ] ") + line(approval)));
        }
        if (!lines.isEmpty()) {
            ink.heading(2, "Approval").block(String.join("\n", lines));
        }
    }

    private static String line(JsonNode approval) {
        if (approval.path("imported").asBoolean()) {
            return approval.path("comment").asText().strip();
        }
        String role = capital(approval.path("role").asText().replace('-', ' '));
        String asked = approval.path("approver").asText();
        String who = role.isEmpty() ? asked : role;
        List<String> said = new ArrayList<>();
        if (approval.has("decidedBy")) {
            said.add(approval.path("decidedBy").asText());
            said.add(day(approval.path("decidedAt").asText()));
        } else if (!role.isEmpty() && !asked.isEmpty()) {
            said.add(asked);
        }
        String state = approval.path("state").asText();
        if (!state.equals("approved") && !state.equals("pending") && !state.isEmpty()) {
            said.add(state.replace('-', ' '));
        }
        String comment = cell(approval, "comment");
        return who
                + (said.isEmpty() ? "" : ": " + String.join(", ", said))
                + (comment.isEmpty() ? "" : " – " + comment);
    }

    static String day(String instant) {
        return instant.length() < 10 ? instant : instant.substring(0, 10);
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
