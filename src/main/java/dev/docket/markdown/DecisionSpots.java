package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.markdown.Layout.Spot;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Paragraph;
import java.util.List;

/** The sections in which templates have the decision and what stands near it. */
final class DecisionSpots {

    private DecisionSpots() {}

    /** The statement, then the choice and the rationale behind labels. */
    static Spot labelled() {
        return new Spot("/decision", (draft, ink) -> {
            Ink body = ink.fresh();
            String chosen = draft.text("/decision/chosen");
            body.prose(draft.text("/decision/statement"), 2);
            body.labelled("Chosen Option", numbered(chosen, draft.at("/options"), chosen));
            String rationale = draft.at("/decision/rationale").asText();
            if (!rationale.startsWith("#") && !rationale.contains("\n#")) {
                draft.take("/decision/rationale");
                body.block(rationale.isBlank() ? "" : "**Rationale:**\n\n" + rationale);
            }
            end("Decision", body, draft, ink, "/decision/rationale");
        });
    }

    private static String numbered(String chosen, JsonNode options, String otherwise) {
        for (int i = 0; i < options.size() && !chosen.isEmpty(); i++) {
            if (options.get(i).path("name").asText().equals(chosen)) {
                return "Option " + (i + 1) + ": " + chosen;
            }
        }
        return otherwise;
    }

    private static void end(String heading, Ink body, Draft draft, Ink ink, String... named) {
        Canonical.members("/decision", 2, draft, body, named);
        if (!body.blank()) {
            ink.heading(2, heading).append(body);
        }
    }

    /** The statement alone; choice and rationale stand elsewhere. */
    static Spot statement() {
        return new Spot("/decision", (draft, ink) -> {
            Ink body = ink.fresh().prose(draft.text("/decision/statement"), 2);
            Canonical.leaf("Further Notes on the Decision", "/decision/text", 3, draft, body);
            if (!body.blank()) {
                ink.heading(2, "Decision").append(body);
            }
        });
    }

    /** The statement; choice and rationale, where there are any, have headings below it. */
    static Spot plain() {
        return new Spot("/decision", (draft, ink) -> {
            Ink body = ink.fresh().prose(draft.text("/decision/statement"), 2);
            end("Decision", body, draft, ink, "/decision/statement");
        });
    }

    /** The chosen option under a heading of its own, with the statement below its name. */
    static Spot chosenSection() {
        return new Spot("/decision", (draft, ink) -> {
            Ink body = ink.fresh();
            String chosen = draft.text("/decision/chosen");
            if (chosen.isEmpty()) {
                body.prose(draft.text("/decision/statement"), 2);
            } else {
                body.heading(3, "Chosen Option").block("**" + chosen + "**");
                body.prose(draft.text("/decision/statement"), 3);
            }
            end("Decision", body, draft, ink, "Rationale|/decision/rationale");
        });
    }

    /** Chosen option: "X", because Y. */
    static Spot outcome(String... named) {
        return new Spot("/decision", (draft, ink) -> {
            Ink body = ink.fresh();
            String chosen = draft.text("/decision/chosen");
            if (!chosen.isEmpty()) {
                body.prose("Chosen option: \"" + chosen + "\"" + because(draft), 2);
            }
            end("Decision Outcome", body, draft, ink, named);
        });
    }

    /** A rationale of one block stands behind the choice; a longer one has a heading. */
    private static String because(Draft draft) {
        List<Block> blocks = Blocks.of(draft.at("/decision/rationale").asText());
        if (blocks.size() != 1 || !(blocks.get(0) instanceof Paragraph || blocks.get(0) instanceof Items)) {
            return "";
        }
        return ", because" + (blocks.get(0) instanceof Items ? "\n\n" : " ") + draft.text("/decision/rationale");
    }

    /** The context, whose prose is the problem. */
    static Spot context() {
        return new Spot("/context", (draft, ink) -> {
            Ink body = ink.fresh();
            boolean parted = draft.has("/context/text");
            if (!parted) {
                body.prose(draft.text("/context/problem"), 2);
            }
            Canonical.members("/context", 2, draft, body, "/context/problem");
            if (!body.blank()) {
                ink.heading(2, "Context").append(body);
            }
        });
    }

    /** The criteria, with the day of the review below them. */
    static Spot criteria() {
        return new Spot("/verification", (draft, ink) -> {
            JsonNode criteria = draft.take("/verification/criteria");
            if (!criteria.isEmpty()) {
                ink.heading(2, "Validation Criteria").items(criteria, false);
                ink.labelled("Review Date", ReviewDate.text(Canonical.review(draft)));
            }
        });
    }
}
