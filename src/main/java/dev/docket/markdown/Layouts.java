package dev.docket.markdown;

import static dev.docket.markdown.Canonical.group;
import static dev.docket.markdown.Canonical.leaf;

import dev.docket.document.content.Kind;
import dev.docket.markdown.Heads.Style;
import dev.docket.markdown.Layout.Spot;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The layouts of all templates. */
final class Layouts {

    private static final Heads HOUSE = Heads.of(
            "%s: ",
            Style.BOLD_LINES, "date", "Date", "status", "Status", "deciders", "Deciders", "story", "Technical Story");

    private static final Layout ENGINEERING = adr(
            "adr-engineering",
            HOUSE,
            "-",
            group(
                    "Context",
                    "/context",
                    "/context/problem",
                    "/context/constraints",
                    "/context/requirements",
                    "/context/dataSources"),
            OptionSpots.sections("Options", OptionSections.Style.ENGINEERING),
            DecisionSpots.labelled(),
            group(
                    "Implementation",
                    "/implementation",
                    "/implementation/modules",
                    "/implementation/interfaces",
                    "/implementation/dataContracts",
                    "/implementation/rollout"),
            group(
                    "Verification",
                    "/verification",
                    "/verification/tests",
                    "/verification/metrics",
                    "/verification/performanceTargets"),
            group("Security & Privacy", "/security"),
            group(
                    "Migration & Rollback",
                    "/migration",
                    "/migration/steps",
                    "/migration/rollback",
                    "/migration/validation"),
            group("Appendix", "/appendix", "/appendix/benchmarks", "/references", "/appendix/priorArt"));

    private static final Layout CLASSIC = adr(
            "adr-classic",
            Heads.of("%s: ", Style.STATUS_SECTION, "status", "Status", "date", "Date"),
            "-",
            group("Context", "/context", "/context/problem", "/context/currentState", "/context/constraints"),
            DecisionSpots.chosenSection(),
            OptionSpots.sections("Alternatives Considered", OptionSections.Style.CLASSIC),
            group(
                    "Consequences",
                    "/consequences",
                    "Positive|/consequences/positive",
                    "Negative|/consequences/negative",
                    "Risks|/risks"),
            group(
                    "Implementation Notes",
                    "/implementation",
                    "/implementation/components",
                    "Migration Path|/migration/path",
                    "Rollback Plan|/migration/rollbackPlan"),
            leaf("References", "/references"));

    private static final Layout VERDICT = adr(
            "adr-verdict",
            Heads.of("%s: ", Style.BOLD_LINES, "date", "Date", "status", "Status", "story", "Context"),
            "-",
            DecisionSpots.statement(),
            DecisionSpots.context(),
            OptionSpots.table(),
            leaf("Decision Rationale", "/decision/rationale"),
            group(
                    "Consequences",
                    "/consequences",
                    "Positive|/consequences/positive",
                    "Negative|/consequences/negative",
                    "Risks & Mitigations|/risks"),
            group("Implementation Notes", "/implementation", "/implementation/text"),
            leaf("Related", "/links"),
            group("Appendix", "/appendix", "/appendix/text"));

    private static final Layout DRIVERS = adr(
            "adr-drivers",
            HOUSE,
            "*",
            leaf("Context and Problem Statement", "/context/problem"),
            leaf("Decision Drivers", "/context/drivers"),
            OptionSpots.names("Considered Options", OptionSections.Style.DRIVERS),
            DecisionSpots.outcome(
                    "Positive Consequences|/consequences/positive", "Negative Consequences|/consequences/negative"),
            OptionSpots.detail("Detailed Analysis", OptionSections.Style.DRIVERS),
            group("Implementation Plan", "/implementation", "/implementation/phases"),
            DecisionSpots.criteria(),
            leaf("Links", "/references"));

    private static final Map<String, Layout> ALL = Stream.of(
                    Stream.of(ENGINEERING, CLASSIC, VERDICT, DRIVERS), MoreLayouts.adrs(), RfcLayouts.all())
            .flatMap(Function.identity())
            .collect(Collectors.toUnmodifiableMap(Layout::id, Function.identity()));

    private Layouts() {}

    static Layout of(String id) {
        Layout layout = ALL.get(id);
        if (layout == null) {
            throw new IllegalArgumentException("there is no template " + id);
        }
        return layout;
    }

    static Layout adr(String id, Heads head, String bullet, Spot... spots) {
        return new Layout(id, Kind.ADR, head, bullet, List.of(spots));
    }
}
