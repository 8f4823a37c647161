package dev.docket.markdown;

import static dev.docket.markdown.Canonical.group;
import static dev.docket.markdown.Canonical.leaf;

import dev.docket.document.content.Kind;
import dev.docket.markdown.Heads.Style;
import dev.docket.markdown.Layout.Spot;
import java.util.List;
import java.util.stream.Stream;

/** The layouts of RFCs. */
final class RfcLayouts {

    private static final Heads HOUSE = Heads.of(
            "%s: ",
            Style.STATUS_LIST, "status", "Status", "author", "Author", "date", "Date", "lastUpdated", "Last Updated");
    private static final Heads BULLETS =
            Heads.of("", Style.BULLETS, "date", "Start Date", "author", "Author(s)", "status", "Status");
    private static final Heads FRONT = Heads.of("", Style.FRONT_MATTER, "status", "status", "author", "authors");
    private static final Heads RFD = Heads.of("", Style.FRONT_MATTER, "author", "authors", "status", "state");

    private RfcLayouts() {}

    static Stream<Layout> all() {
        return Stream.of(
                rfc(
                        "rfc",
                        HOUSE,
                        leaf("Summary", "/summary"),
                        group("Motivation", "/motivation"),
                        group("Background", "/background"),
                        group("Detailed Design", "/design"),
                        OptionSpots.sections("Alternatives Considered", OptionSections.Style.RFC),
                        group("Implementation Plan", "/plan"),
                        group("Testing Strategy", "/testing"),
                        group("Rollout Plan", "/rollout"),
                        leaf("Risks and Mitigations", "/risks"),
                        group("Success Metrics", "/success", "/success/kpis"),
                        group("Backward Compatibility", "/compatibility"),
                        leaf("Open Questions", "/openQuestions"),
                        leaf("References", "/references"),
                        group("Appendix", "/appendix")),
                shared(
                        "rfc-rust",
                        BULLETS,
                        "Summary",
                        "Motivation",
                        "Detailed design",
                        "Rationale and alternatives",
                        "Drawbacks"),
                shared(
                        "rfc-react",
                        BULLETS,
                        "Summary",
                        "Motivation",
                        "Detailed design",
                        "Alternatives",
                        "Drawbacks",
                        "Adoption strategy"),
                shared(
                        "rfc-ember",
                        BULLETS,
                        "Summary",
                        "Motivation",
                        "Detailed design",
                        "Alternatives",
                        "Drawbacks",
                        "How we teach this"),
                shared(
                        "rfc-buildpacks",
                        BULLETS,
                        "Summary",
                        "Motivation",
                        "Proposal",
                        "Alternatives",
                        "What it is",
                        "How it works"),
                shared("rfc-govuk", FRONT, "Summary", "Problem", "Proposal", "Alternatives Considered"),
                shared(
                        "rfc-kep",
                        FRONT,
                        "Summary",
                        "Motivation",
                        "Proposal",
                        "Alternatives",
                        "Design Details",
                        "Graduation Criteria"),
                shared(
                        "rfc-swift",
                        BULLETS,
                        "Introduction",
                        "Motivation",
                        "Proposed solution",
                        "Alternatives considered",
                        "Source compatibility"),
                shared("rfd", RFD, "Summary", "Motivation", "Proposal", "Alternatives"));
    }

    private static Layout shared(
            String id,
            Heads head,
            String summary,
            String motivation,
            String design,
            String alternatives,
            String... own) {
        return rfc(
                id,
                head,
                leaf(summary, "/summary"),
                group(motivation, "/motivation"),
                group(design, "/design"),
                OptionSpots.sections(alternatives, OptionSections.Style.PLAIN),
                leaf("Unresolved Questions", "/openQuestions"),
                own(own));
    }

    /** Sections that the dialect has beside those of members: a blank shows them. */
    private static Spot own(String... headings) {
        return new Spot("", (draft, ink) -> {
            for (String heading : draft.blank() ? headings : new String[0]) {
                ink.heading(2, heading).block(Blanks.ANYTHING);
            }
        });
    }

    private static Layout rfc(String id, Heads head, Spot... spots) {
        return new Layout(id, Kind.RFC, head, "-", List.of(spots));
    }
}
