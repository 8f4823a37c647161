package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A Markdown dialect that documents are read and written in.
 *
 * @param id such as {@code adr-drivers}
 * @param name for people
 * @param description what it is and where it comes from, in a sentence
 */
public record Template(String id, Kind kind, String name, String description) {

    private static final List<Template> ALL = List.of(
            adr(
                    "adr-engineering",
                    "Engineering ADR",
                    "An ADR with requirements, interfaces, verification and rollback."),
            adr("adr-classic", "Classic ADR", "An ADR that has the decision before its alternatives, and a record."),
            adr("adr-verdict", "Verdict ADR", "An ADR with a table of alternatives and a verdict on each."),
            adr("adr-drivers", "Drivers ADR", "An ADR with decision drivers, an analysis of each option and phases."),
            adr("nygard", "Nygard", "Status, context, decision and consequences, as adr-tools writes them."),
            adr("madr-1", "MADR 1", "Markdown Any Decision Records 1, which calls options alternatives."),
            adr("madr-2", "MADR 2", "Markdown Any Decision Records 2, with a list of keys at the top."),
            adr("madr-3", "MADR 3", "Markdown Any Decision Records 3, with front matter."),
            adr("madr-4", "MADR 4", "Markdown Any Decision Records 4, with decision-makers in the front matter."),
            adr("log4brains", "Log4brains", "The MADR 2 form of Log4brains, with tags."),
            adr("adr-table", "ADR with a table", "Context, decision and consequences below a table of metadata."),
            adr("y-statement", "Y-statement", "A decision in one sentence, below a table of metadata."),
            rfc("rfc", "RFC", "An RFC with a detailed design, a plan, tests, rollout and approvals."),
            rfc("rfc-rust", "Rust RFC", "The form of the Rust project's RFCs."),
            rfc("rfc-react", "React RFC", "The form of React's RFCs."),
            rfc("rfc-ember", "Ember RFC", "The form of Ember's RFCs."),
            rfc("rfc-buildpacks", "Buildpacks RFC", "The form of the Cloud Native Buildpacks' RFCs."),
            rfc("rfc-govuk", "GOV.UK RFC", "Summary, problem and proposal, as GOV.UK writes them."),
            rfc("rfc-kep", "KEP", "The form of Kubernetes enhancement proposals."),
            rfc("rfc-swift", "Swift proposal", "The form of Swift evolution's proposals."),
            rfc("rfd", "RFD", "Requests for discussion: front matter and prose."));

    private static Template adr(String id, String name, String description) {
        return new Template(id, Kind.ADR, name, description);
    }

    private static Template rfc(String id, String name, String description) {
        return new Template(id, Kind.RFC, name, description);
    }

    /** All templates, in the order they are listed in: the house's own first in their kind. */
    public static List<Template> all() {
        return ALL;
    }

    /** The template of that id. */
    public static Optional<Template> of(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The template that a document of that kind is written in where nothing says otherwise. */
    public static Template of(Kind kind) {
        return of(kind == Kind.ADR ? "adr-drivers" : "rfc").orElseThrow();
    }

    /** The template that the document came in, where it is one of its kind, else the one of its kind. */
    public static Template of(ObjectNode document) {
        Kind kind = Kind.of(document.path("kind").asText());
        return of(document.path("source").path("template").asText())
                .filter(template -> template.kind() == kind)
                .orElseGet(() -> of(kind));
    }

    /** A blank of the template, in our own words, which reads back as an empty document. */
    public String blank() {
        return Blanks.of(Layouts.of(id));
    }
}
