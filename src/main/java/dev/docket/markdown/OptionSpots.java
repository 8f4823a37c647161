package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.Layout.Spot;
import dev.docket.markdown.OptionSections.Style;

/** The sections in which templates have the options. */
final class OptionSpots {

    private OptionSpots() {}

    /** One section with a section for each. */
    static Spot sections(String heading, Style style) {
        return new Spot("/options", (draft, ink) -> {
            JsonNode options = draft.take("/options");
            if (!options.isEmpty()) {
                ink.heading(2, heading);
                OptionSections.write(options, ink, 2, style);
            }
        });
    }

    /** A list of the names; a later section has the rest. */
    static Spot names(String heading, Style style) {
        return new Spot("/options", (draft, ink) -> {
            JsonNode options = draft.at("/options");
            if (!options.isEmpty()) {
                ink.heading(2, heading);
                OptionSections.names(options, ink, style);
            }
        });
    }

    static Spot detail(String heading, Style style) {
        return new Spot("/options", (draft, ink) -> {
            Ink body = ink.fresh();
            OptionSections.detail(draft.take("/options"), body, 2, style);
            if (!body.blank()) {
                ink.heading(2, heading).append(body);
            }
        });
    }

    /** A table with a verdict each, where a table can hold them. */
    static Spot table() {
        return new Spot("/options", (draft, ink) -> {
            JsonNode options = draft.take("/options");
            if (options.isEmpty()) {
                return;
            }
            if (draft.blank()) {
                options.forEach(option -> ((ObjectNode) option).remove("description"));
            }
            ink.heading(2, "Alternatives Considered");
            if (OptionTable.holds(options)) {
                OptionTable.write(options, ink);
            } else {
                OptionSections.write(options, ink, 2, Style.VERDICT);
            }
            draft.take("/decision/chosen");
        });
    }
}
