package dev.docket.markdown;

import static dev.docket.markdown.Canonical.group;
import static dev.docket.markdown.Canonical.leaf;
import static dev.docket.markdown.Layouts.adr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.markdown.Heads.Style;
import dev.docket.markdown.Layout.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The layouts of the ADR dialects that are no house templates. */
final class MoreLayouts {

    private MoreLayouts() {}

    static Stream<Layout> adrs() {
        Heads bullets = Heads.of("", Style.BULLETS, "status", "Status", "deciders", "Deciders", "date", "Date");
        Heads three = Heads.of("", Style.FRONT_MATTER, "status", "status", "date", "date");
        Heads four =
                Heads.of("", Style.FRONT_MATTER, "status", "status", "date", "date", "deciders", "decision-makers");
        return Stream.of(
                nygard("nygard", Heads.of("%s. ", Style.NYGARD)),
                nygard("adr-table", Heads.of("", Style.TABLE)),
                yStatement(),
                madr("madr-1", bullets, "*", "Alternatives", false),
                madr("madr-2", bullets, "*", "Options", true),
                madr("log4brains", bullets, "-", "Options", true),
                madr("madr-3", three, "*", "Options", false),
                madr("madr-4", four, "*", "Options", false));
    }

    private static Layout nygard(String id, Heads head) {
        return adr(
                id,
                head,
                "-",
                DecisionSpots.context(),
                DecisionSpots.plain(),
                group("Consequences", "/consequences", "/consequences/positive", "/consequences/negative"));
    }

    /** @param sided whether consequences have a section for each side, or one list that says which they are */
    private static Layout madr(String id, Heads head, String bullet, String options, boolean sided) {
        Spot outcome = sided
                ? DecisionSpots.outcome(
                        "Positive Consequences|/consequences/positive", "Negative Consequences|/consequences/negative")
                : outcome();
        return adr(
                id,
                head,
                bullet,
                leaf("Context and Problem Statement", "/context/problem"),
                leaf("Decision Drivers", "/context/drivers"),
                OptionSpots.names("Considered " + options, OptionSections.Style.MADR),
                outcome,
                OptionSpots.detail("Pros and Cons of the " + options, OptionSections.Style.MADR),
                leaf("Links", "/references"));
    }

    private static Spot outcome() {
        Spot decision = DecisionSpots.outcome();
        return new Spot("/decision", (draft, ink) -> {
            decision.writing().write(draft, ink);
            Ink body = ink.fresh();
            body.prose(draft.text("/consequences/text"), 3);
            List<String> lines = new ArrayList<>();
            arguments("Good, because ", draft.take("/consequences/positive"), ink, lines);
            arguments("Bad, because ", draft.take("/consequences/negative"), ink, lines);
            body.block(String.join("\n", lines));
            if (!body.blank()) {
                if (ink.blank()) {
                    ink.heading(2, "Decision Outcome");
                }
                ink.heading(3, "Consequences").append(body);
            }
        });
    }

    private static void arguments(String side, JsonNode items, Ink ink, List<String> lines) {
        items.forEach(item -> lines.add(Ink.item(ink.marker(), side + item.asText())));
    }

    private static Layout yStatement() {
        return adr(
                "y-statement",
                Heads.of("%s: ", Style.TABLE),
                "-",
                new Spot("/decision", (draft, ink) -> {
                    String text = Stream.of("/context/problem", "/decision/statement", "/consequences/text")
                            .map(pointer -> draft.at(pointer).asText())
                            .filter(part -> !part.isEmpty())
                            .reduce((one, two) -> one + "\n" + two)
                            .orElse("");
                    if (draft.blank()) {
                        ink.heading(2, "WH(Y) Decision Statement").block(Blanks.Y_STATEMENT);
                        draft.take("/context");
                        draft.take("/decision");
                    } else if (YStatement.matches(text)) {
                        draft.take("/context/problem");
                        draft.take("/decision/statement");
                        draft.take("/consequences/text");
                        ink.heading(2, "WH(Y) Decision Statement").block(text);
                    }
                }),
                DecisionSpots.context(),
                DecisionSpots.plain(),
                group("Consequences", "/consequences"),
                leaf("Considered Options", "/options"),
                leaf("References", "/references"));
    }
}
