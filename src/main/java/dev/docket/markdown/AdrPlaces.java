package dev.docket.markdown;

import static dev.docket.markdown.Place.Reach.ANYWHERE;
import static dev.docket.markdown.Place.Reach.TOP;
import static dev.docket.markdown.Place.group;
import static dev.docket.markdown.Place.leaf;

import java.util.List;
import java.util.stream.Stream;

/** Where the members of an ADR stand. */
final class AdrPlaces {

    static final Shape RISKS = Rows.listed(
            "Risk",
            Column.of("description", "Risk", "risks", "description", "risk description"),
            Column.rated("likelihood", "Likelihood", "probability"),
            Column.rated("impact", "Impact"),
            Column.of("mitigation", "Mitigation", "mitigation strategy", "mitigations"),
            Column.of("owner", "Owner"),
            Column.of("state", "State"));

    static final List<Place> ALL = List.of(
            group("/context", "Context", Problem.SHAPE, "background", "kontext", "contexte", "contexto", "contesto"),
            leaf(
                            "/context/problem",
                            Prose.SHAPE,
                            "Problem Statement",
                            "context and problem statement",
                            "context and problem",
                            "problem",
                            "problem context",
                            "the problem",
                            "issue",
                            "motivation",
                            "kontext und problemstellung",
                            "contexte et problème",
                            "contexto y problema")
                    .reaching(TOP),
            leaf("/context/currentState", Prose.SHAPE, "Current State", "current situation")
                    .reaching(TOP),
            leaf("/context/constraints", Bullets.SHAPE, "Constraints").reaching(TOP),
            leaf(
                            "/context/drivers",
                            Grouped.SHAPE,
                            "Decision Drivers",
                            "drivers",
                            "decision driver",
                            "forces",
                            "decision criteria",
                            "entscheidungstreiber",
                            "facteurs de décision",
                            "factores de decisión",
                            "fatores de decisão")
                    .reaching(ANYWHERE),
            leaf(
                            "/context/requirements",
                            Rows.of(
                                    "Requirement",
                                    Column.of("metric", "Metric", "requirement", "slo"),
                                    Column.of("target", "Target"),
                                    Column.of("priority", "Priority")),
                            "SLOs/Requirements",
                            "requirements",
                            "slos")
                    .reaching(TOP),
            leaf("/context/dataSources", Bullets.SHAPE, "Data Sources").reaching(TOP),
            leaf("/context/text", Prose.SHAPE, "Further Context"),
            leaf(
                            "/options",
                            Options.SHAPE,
                            "Considered Options",
                            with(
                                    Options.DETAILS,
                                    "options",
                                    "options considered",
                                    "alternatives",
                                    "alternatives considered",
                                    "considered alternatives",
                                    "possible solutions",
                                    "possible options",
                                    "potential solutions",
                                    "solutions considered",
                                    "option analysis",
                                    "betrachtete optionen",
                                    "erwogene optionen",
                                    "alternativen",
                                    "options envisagées",
                                    "opciones consideradas",
                                    "opções consideradas"))
                    .reaching(ANYWHERE),
            group(
                    "/decision",
                    "Decision",
                    Decisions.SHAPE,
                    "decision outcome",
                    "outcome",
                    "resolution",
                    "result",
                    "entscheidung",
                    "décision",
                    "decisión",
                    "decisão",
                    "decisione",
                    "besluit"),
            leaf("/decision/chosen", Chosen.SHAPE, "Chosen Option", "chosen alternative", "chosen solution")
                    .reaching(TOP),
            leaf("/decision/rationale", Prose.SHAPE, "Rationale", "decision rationale", "justification", "begründung")
                    .reaching(TOP),
            leaf("/decision/statement", Prose.SHAPE, "Decision Statement"),
            leaf("/decision/text", Prose.SHAPE, "Further Notes on the Decision"),
            group(
                            "/consequences",
                            "Consequences",
                            Consequences.SHAPE,
                            "konsequenzen",
                            "conséquences",
                            "consecuencias",
                            "consequências",
                            "gevolgen")
                    .reaching(ANYWHERE),
            leaf(
                            "/consequences/positive",
                            Bullets.SHAPE,
                            "Positive Consequences",
                            "positive",
                            "benefits",
                            "positives",
                            "positive konsequenzen",
                            "conséquences positives",
                            "consecuencias positivas",
                            "consequências positivas")
                    .reaching(ANYWHERE),
            leaf(
                            "/consequences/negative",
                            Bullets.SHAPE,
                            "Negative Consequences",
                            "negative",
                            "negatives",
                            "negative konsequenzen",
                            "conséquences négatives",
                            "consecuencias negativas",
                            "consequências negativas")
                    .reaching(ANYWHERE),
            leaf("/consequences/text", Prose.SHAPE, "Further Consequences"),
            leaf("/consequences/positive", Bullets.SHAPE, "Positive Consequences")
                    .below("/decision"),
            leaf("/consequences/negative", Bullets.SHAPE, "Negative Consequences")
                    .below("/decision"),
            leaf("/risks", RISKS, "Risks", "risks and mitigations", "risks & mitigations", "risk assessment")
                    .reaching(ANYWHERE),
            group(
                    "/implementation",
                    "Implementation",
                    Rest.SHAPE,
                    "implementation notes",
                    "implementation plan",
                    "implementation details"),
            leaf(
                    "/implementation/modules",
                    Rows.of(
                            "Module",
                            Column.of("module", "Module"),
                            Column.of("changeType", "Change Type"),
                            Column.rated("riskLevel", "Risk Level")),
                    "Affected Modules"),
            leaf("/implementation/components", Bullets.SHAPE, "Affected Components"),
            leaf("/implementation/interfaces", Codes.SHAPE, "Interfaces"),
            leaf("/implementation/dataContracts", Codes.SHAPE, "Data Contracts"),
            leaf("/implementation/rollout", Checks.STEPS, "Rollout Plan"),
            leaf("/implementation/phases", Phases.SHAPE, "Phases"),
            leaf("/implementation/text", Prose.SHAPE, "Further Implementation Notes"),
            group("/verification", "Verification", Rest.SHAPE, "confirmation", "validation")
                    .reaching(ANYWHERE),
            leaf("/verification/tests", Checks.SHAPE, "Tests Required"),
            leaf(
                    "/verification/metrics",
                    Rows.of(
                            "Metric",
                            Column.of("metric", "Metric"),
                            Column.of("type", "Type"),
                            Column.of("threshold", "Threshold")),
                    "Metrics/Observability"),
            leaf(
                    "/verification/performanceTargets",
                    Rows.of(
                            "Target",
                            Column.of("metric", "Metric"),
                            Column.of("baseline", "Baseline"),
                            Column.of("target", "Target"),
                            Column.of("method", "Method")),
                    "Performance Targets"),
            leaf("/verification/criteria", Criteria.SHAPE, "Validation Criteria")
                    .reaching(TOP),
            leaf("/verification/text", Prose.SHAPE, "Further Verification"),
            group("/security", "Security & Privacy", Rest.SHAPE, "security"),
            leaf("/security/dataHandling", Checks.SHAPE, "Data Handling"),
            leaf("/security/access", Checks.SHAPE, "Authentication/Authorization"),
            leaf("/security/secrets", Checks.SHAPE, "Secrets Management"),
            leaf("/security/compliance", Bullets.SHAPE, "Compliance Notes"),
            leaf("/security/text", Prose.SHAPE, "Further Notes on Security"),
            group("/migration", "Migration & Rollback", Rest.SHAPE, "migration"),
            leaf("/migration/steps", Bullets.STEPS, "Migration Steps"),
            leaf("/migration/rollback", Bullets.STEPS, "Rollback Steps"),
            leaf("/migration/validation", Codes.SHAPE, "Validation"),
            leaf("/migration/path", Prose.SHAPE, "Migration Path").reaching(ANYWHERE),
            leaf("/migration/rollbackPlan", Prose.SHAPE, "Rollback Plan").reaching(ANYWHERE),
            leaf("/migration/text", Prose.SHAPE, "Further Notes on Migration"),
            group("/appendix", "Appendix", Rest.SHAPE),
            leaf(
                    "/appendix/benchmarks",
                    Rows.of(
                            "Benchmark",
                            Column.of("test", "Test"),
                            Column.of("before", "Before"),
                            Column.of("after", "After"),
                            Column.of("delta", "Delta")),
                    "Benchmarks"),
            leaf("/appendix/priorArt", Bullets.SHAPE, "Prior Art"),
            leaf("/appendix/text", Prose.SHAPE, "Further Appendix"));

    private AdrPlaces() {}

    private static String[] with(List<String> names, String... others) {
        return Stream.concat(names.stream(), Stream.of(others)).toArray(String[]::new);
    }
}
