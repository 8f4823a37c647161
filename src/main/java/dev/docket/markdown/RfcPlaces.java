package dev.docket.markdown;

import static dev.docket.markdown.Place.Reach.ANYWHERE;
import static dev.docket.markdown.Place.Reach.PARENT;
import static dev.docket.markdown.Place.Reach.TOP;
import static dev.docket.markdown.Place.group;
import static dev.docket.markdown.Place.leaf;

import java.util.List;

/** Where the members of an RFC stand. */
final class RfcPlaces {

    static final List<Place> ALL = List.of(
            leaf("/summary", Prose.SHAPE, "Summary", "abstract", "tl;dr", "introduction", "zusammenfassung", "résumé")
                    .reaching(TOP),
            group(
                    "/motivation",
                    "Motivation",
                    Rest.SHAPE,
                    "problem",
                    "problem statement",
                    "the problem",
                    "problems",
                    "motivations"),
            leaf("/motivation/why", Prose.SHAPE, "Why", "why is this change needed"),
            leaf("/motivation/problems", Bullets.SHAPE, "Problems", "what problems does it solve"),
            leaf("/motivation/useCases", Bullets.SHAPE, "Use Cases", "what are the use cases"),
            leaf("/motivation/text", Prose.SHAPE, "Further Motivation"),
            group("/background", "Background", Rest.SHAPE),
            leaf("/background/currentState", Prose.SHAPE, "Current State", "current state of the system"),
            leaf(
                    "/background/existingSolutions",
                    Prose.SHAPE,
                    "Existing Solutions",
                    "existing solutions and their limitations"),
            leaf(
                    "/background/relatedIssues",
                    Bullets.SHAPE,
                    "Related Issues",
                    "related issues or discussions",
                    "related issues and discussions"),
            leaf("/background/text", Prose.SHAPE, "Further Background"),
            group(
                    "/design",
                    "Detailed Design",
                    Rest.SHAPE,
                    "design",
                    "proposal",
                    "proposed solution",
                    "proposed design",
                    "detailed proposal"),
            leaf("/design/overview", Prose.SHAPE, "Overview"),
            leaf("/design/components", Parts.COMPONENTS, "Components"),
            leaf("/design/dataModels", Codes.SHAPE, "Data Models"),
            group("/design/apiChanges", "API Changes", Rest.SHAPE).reaching(PARENT),
            leaf("/design/apiChanges/added", Bullets.SHAPE, "New endpoints", "added"),
            leaf("/design/apiChanges/modified", Bullets.SHAPE, "Modified endpoints", "modified"),
            leaf("/design/apiChanges/deprecated", Bullets.SHAPE, "Deprecated endpoints", "deprecated"),
            leaf("/design/apiChanges/text", Prose.SHAPE, "Further API Changes"),
            group("/design/database", "Database Changes", Rest.SHAPE).reaching(PARENT),
            leaf("/design/database/newTables", Bullets.SHAPE, "New tables"),
            leaf("/design/database/migrations", Prose.SHAPE, "Schema migrations"),
            leaf("/design/database/indexes", Prose.SHAPE, "Indexes"),
            leaf("/design/database/text", Prose.SHAPE, "Further Database Changes"),
            group("/design/configuration", "Configuration Changes", Rest.SHAPE).reaching(PARENT),
            leaf(
                    "/design/configuration/variables",
                    Bullets.SHAPE,
                    "New environment variables",
                    "environment variables"),
            leaf("/design/configuration/defaults", Prose.SHAPE, "Default values"),
            leaf("/design/configuration/requiredChanges", Prose.SHAPE, "Required changes"),
            leaf("/design/configuration/text", Prose.SHAPE, "Further Configuration Changes"),
            group("/design/security", "Security Considerations", Rest.SHAPE).reaching(PARENT),
            leaf(
                    "/design/security/access",
                    Prose.SHAPE,
                    "Authentication/Authorization",
                    "authentication/authorization changes"),
            leaf("/design/security/privacy", Prose.SHAPE, "Data privacy", "data privacy implications"),
            leaf(
                    "/design/security/threats",
                    Prose.SHAPE,
                    "Security risks and mitigations",
                    "potential security risks and mitigations"),
            leaf("/design/security/text", Prose.SHAPE, "Further Security Considerations"),
            group("/design/performance", "Performance Implications", Rest.SHAPE).reaching(PARENT),
            leaf("/design/performance/impact", Prose.SHAPE, "Expected performance impact", "expected impact"),
            leaf("/design/performance/bottlenecks", Prose.SHAPE, "Bottlenecks and optimizations", "bottlenecks"),
            leaf("/design/performance/resources", Prose.SHAPE, "Resource requirements"),
            leaf("/design/performance/text", Prose.SHAPE, "Further Performance Implications"),
            group("/design/observability", "Observability", Rest.SHAPE).reaching(PARENT),
            leaf("/design/observability/metrics", Bullets.SHAPE, "New metrics"),
            leaf("/design/observability/logging", Prose.SHAPE, "Logging changes"),
            leaf("/design/observability/dashboards", Prose.SHAPE, "Monitoring dashboards"),
            leaf("/design/observability/text", Prose.SHAPE, "Further Observability"),
            leaf("/design/text", Prose.SHAPE, "Further Design"),
            leaf(
                            "/options",
                            Options.SHAPE,
                            "Alternatives Considered",
                            "alternatives",
                            "considered alternatives",
                            "considered options",
                            "options",
                            "options considered",
                            "rationale and alternatives")
                    .reaching(TOP),
            group("/plan", "Implementation Plan", Rest.SHAPE),
            leaf("/plan/phases", Phases.SHAPE, "Phases"),
            leaf("/plan/text", Prose.SHAPE, "Further Planning"),
            group("/testing", "Testing Strategy", Rest.SHAPE, "test plan"),
            leaf("/testing/unit", Bullets.SHAPE, "Unit Tests"),
            leaf("/testing/integration", Bullets.SHAPE, "Integration Tests"),
            leaf("/testing/performance", Bullets.SHAPE, "Performance Tests"),
            leaf("/testing/security", Bullets.SHAPE, "Security Tests"),
            leaf("/testing/text", Prose.SHAPE, "Further Testing"),
            group("/rollout", "Rollout Plan", Rest.SHAPE),
            group("/rollout/canary", "Canary Deployment", Rest.SHAPE).reaching(PARENT),
            leaf("/rollout/canary/percentage", Prose.SHAPE, "Percentage rollout"),
            leaf("/rollout/canary/successCriteria", Prose.SHAPE, "Success criteria"),
            leaf("/rollout/canary/rollbackPlan", Prose.SHAPE, "Rollback plan"),
            leaf("/rollout/canary/text", Prose.SHAPE, "Further Canary Notes"),
            group("/rollout/full", "Full Deployment", Rest.SHAPE).reaching(PARENT),
            leaf("/rollout/full/timeline", Prose.SHAPE, "Timeline"),
            leaf("/rollout/full/dependencies", Prose.SHAPE, "Dependencies"),
            leaf("/rollout/full/text", Prose.SHAPE, "Further Deployment Notes"),
            leaf("/rollout/text", Prose.SHAPE, "Further Rollout"),
            leaf("/risks", AdrPlaces.RISKS, "Risks and Mitigations", "risks", "risks & mitigations")
                    .reaching(TOP),
            group("/success", "Success Metrics", Rest.SHAPE),
            new Place("/success", "Monitoring", List.of("monitoring"), "/success", Rest.SHAPE, true, PARENT),
            leaf("/success/kpis", new Pairs("metric", "target"), "KPIs"),
            leaf("/success/dashboards", Bullets.SHAPE, "Dashboards"),
            leaf("/success/alerts", Bullets.SHAPE, "Alerts"),
            leaf("/success/text", Prose.SHAPE, "Further Success Metrics"),
            group("/compatibility", "Backward Compatibility", Rest.SHAPE, "backwards compatibility"),
            leaf("/compatibility/breakingChanges", Bullets.SHAPE, "Breaking changes"),
            leaf("/compatibility/migrationPath", Prose.SHAPE, "Migration path"),
            leaf("/compatibility/deprecationTimeline", Prose.SHAPE, "Deprecation timeline"),
            leaf("/compatibility/text", Prose.SHAPE, "Further Compatibility"),
            leaf(
                            "/openQuestions",
                            Questions.SHAPE,
                            "Open Questions",
                            "unresolved questions",
                            "unresolved questions and bikeshedding",
                            "open issues")
                    .reaching(ANYWHERE),
            group("/appendix", "Appendix", Rest.SHAPE),
            leaf("/appendix/examples", Codes.SHAPE, "Example Code"),
            leaf("/appendix/diagrams", Codes.SHAPE, "Diagrams"),
            leaf("/appendix/text", Prose.SHAPE, "Further Appendix"));

    private RfcPlaces() {}
}
