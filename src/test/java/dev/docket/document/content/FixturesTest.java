package dev.docket.document.content;

import static dev.docket.document.content.Constraints.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class FixturesTest {

    static final List<Arguments> FIXTURES = Stream.concat(
                    Fixtures.ADRS.stream().map(name -> Arguments.of(name, AdrSections.class)),
                    Fixtures.RFCS.stream().map(name -> Arguments.of(name, RfcSections.class)))
            .toList();

    /** What an author can fill in each template; phases, options and the like stand for some element of theirs. */
    static final List<Arguments> TEMPLATES = List.of(
            Arguments.of("adr-engineering", """
                    title deciders story.url context.problem context.constraints context.requirements.metric
                    context.requirements.target context.requirements.priority context.dataSources
                    options.name options.description options.pros options.cons options.risks options.effort
                    decision.chosen decision.rationale
                    implementation.modules.module implementation.modules.changeType
                    implementation.modules.riskLevel.level implementation.interfaces.code
                    implementation.dataContracts.code implementation.rollout.text
                    verification.tests.text verification.metrics.metric verification.metrics.type
                    verification.metrics.threshold verification.performanceTargets.metric
                    verification.performanceTargets.baseline verification.performanceTargets.target
                    verification.performanceTargets.method
                    security.dataHandling.text security.access.text security.secrets.text security.compliance
                    migration.steps migration.rollback migration.validation.code
                    appendix.benchmarks.test appendix.benchmarks.before appendix.benchmarks.after
                    appendix.benchmarks.delta appendix.priorArt references.text references.url"""),
            Arguments.of("adr-classic", """
                    title links.rel links.target context.problem context.currentState context.constraints
                    decision.chosen decision.statement decision.rationale
                    options.name options.description options.pros options.cons options.verdict options.reason
                    consequences.positive consequences.negative
                    risks.description risks.likelihood.level risks.impact.level risks.mitigation
                    implementation.components implementation.text migration.path migration.rollbackPlan
                    references.text"""),
            Arguments.of("adr-verdict", """
                    title story.text decision.chosen decision.statement decision.rationale context.problem
                    options.name options.pros options.cons options.verdict options.reason
                    consequences.positive consequences.negative
                    risks.description risks.impact.level risks.impact.text risks.likelihood.level risks.mitigation
                    implementation.text links.rel links.target appendix.text"""),
            Arguments.of("adr-drivers", """
                    title deciders story.text context.problem context.drivers
                    options.name options.description options.pros options.cons options.effort
                    options.riskLevel.level options.riskLevel.text decision.chosen decision.rationale
                    consequences.positive consequences.negative
                    implementation.phases.name implementation.phases.timeline implementation.phases.deliverables
                    verification.criteria reviewOn reviewNote references.text references.url"""),
            Arguments.of("rfc", """
                    title author summary motivation.why motivation.problems motivation.useCases
                    background.currentState background.existingSolutions background.relatedIssues
                    design.overview design.components.name design.components.purpose design.components.decisions
                    design.components.interface design.dataModels.code
                    design.apiChanges.added design.apiChanges.modified design.apiChanges.deprecated
                    design.database.newTables design.database.migrations design.database.indexes
                    design.configuration.variables design.configuration.defaults design.configuration.requiredChanges
                    design.security.access design.security.privacy design.security.threats
                    design.performance.impact design.performance.bottlenecks design.performance.resources
                    design.observability.metrics design.observability.logging design.observability.dashboards
                    options.name options.pros options.cons options.reason
                    plan.phases.name plan.phases.tasks.text plan.phases.timeline
                    testing.unit testing.integration testing.performance testing.security
                    rollout.canary.percentage rollout.canary.successCriteria rollout.canary.rollbackPlan
                    rollout.full.timeline rollout.full.dependencies
                    risks.description risks.impact.level risks.likelihood.level risks.mitigation
                    success.kpis.metric success.kpis.target success.dashboards success.alerts
                    compatibility.breakingChanges compatibility.migrationPath compatibility.deprecationTimeline
                    openQuestions.text openQuestions.done openQuestions.answer
                    references.text references.url references.group
                    appendix.examples.code appendix.diagrams.code appendix.text
                    approvals.role approvals.approver"""));

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void readsStrictlyAndIsValid(String name, Class<? extends Sections> type) {
        var document = Fixtures.read(name);

        assertThat(VALIDATOR.validate(Fixtures.common(document))).isEmpty();
        assertThat(VALIDATOR.validate(Fixtures.sections(document, type))).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void leavesToTheServerWhatIsTheServers(String name, Class<? extends Sections> type) {
        var document = Fixtures.read(name);

        assertThat(document.fieldNames())
                .toIterable()
                .doesNotContainAnyElementsOf(Arrays.stream(Envelope.class.getRecordComponents())
                        .map(Model::jsonName)
                        .toList());
        assertThat(members(type, component -> Model.schema(component).readOnly()))
                .isNotEmpty()
                .noneMatch(member -> isFilled(document, member));
    }

    @ParameterizedTest
    @FieldSource("FIXTURES")
    void namesItsChosenOption(String name, Class<? extends Sections> type) {
        var document = Fixtures.read(name);

        if (type == AdrSections.class) {
            assertThat(document.path("options"))
                    .filteredOn(option -> Stream.of("id", "name")
                            .anyMatch(key -> option.path(key).equals(document.at("/decision/chosen"))))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void fillsEverySectionOfItsTemplate(String name, String members) {
        var document = Fixtures.read(name);

        assertThat(members.split("\\s+", -1)).allMatch(member -> isFilled(document, member));
    }

    static Stream<Arguments> everyMember() {
        return FIXTURES.stream()
                .filter(fixture -> fixture.get()[0].toString().startsWith("all-fields-"))
                .flatMap(fixture ->
                        members(
                                        (Class<?>) fixture.get()[1],
                                        component -> !Model.schema(component).readOnly())
                                .stream()
                                .map(member -> Arguments.of(fixture.get()[0], member)));
    }

    @ParameterizedTest
    @MethodSource("everyMember")
    void nothingIsMissingWhereEveryFieldIsFilled(String name, String member) {
        assertThat(isFilled(Fixtures.read(name), member)).isTrue();
    }

    /** The dotted names of all members of the common part and these sections that are wanted, at every depth. */
    private static List<String> members(Class<?> sections, Predicate<RecordComponent> wanted) {
        var found = new ArrayList<String>();
        collect(Common.class, "", wanted, found);
        collect(sections, "", wanted, found);
        return found;
    }

    private static void collect(Class<?> type, String prefix, Predicate<RecordComponent> wanted, List<String> found) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + Model.jsonName(component);
            if (wanted.test(component)) {
                found.add(name);
            }
            var inner = Model.element(component)
                    .<Class<?>>map(element -> (Class<?>) element.getType())
                    .orElse(component.getType());
            if (inner.isRecord()) {
                collect(inner, name + '.', wanted, found);
            }
        }
    }

    private static boolean isFilled(ObjectNode document, String member) {
        var nodes = List.<JsonNode>of(document);
        for (var name : member.split("\\.", -1)) {
            nodes = nodes.stream()
                    .map(node -> node.path(name))
                    .flatMap(node -> node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node))
                    .filter(node -> !node.isMissingNode() && !node.isNull())
                    .toList();
        }
        return !nodes.isEmpty();
    }
}
