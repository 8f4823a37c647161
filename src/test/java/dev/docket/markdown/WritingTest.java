package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Fixtures;
import dev.docket.document.content.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents written in every template, and read back. */
class WritingTest {

    static Stream<Template> templates() {
        return Template.all().stream();
    }

    static Stream<Arguments> fixturesInTemplates() {
        return templates()
                .flatMap(template -> fixtures(template.kind()).stream().map(name -> Arguments.of(name, template)));
    }

    private static List<String> fixtures(Kind kind) {
        return kind == Kind.ADR ? Fixtures.ADRS : Fixtures.RFCS;
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("fixturesInTemplates")
    void aDocumentWithEveryFieldReadsBackTheSameAndNeedsNoVerbatimBlock(String name, Template template) {
        ObjectNode document = Documents.served(Fixtures.read(name), template.kind());

        String text = Markdown.write(document, template.id());

        Documents.assertReadsBack(text, document, template);
        assertThat(text).doesNotContain("## Verbatim");
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("fixturesInTemplates")
    void noWordIsLostFromOneTemplateToTheNext(String name, Template first) {
        List<Template> others = ofKind(first.kind());
        Template next = others.get((others.indexOf(first) + 1) % others.size());
        assertNoWordIsLost(Documents.served(Fixtures.read(name), first.kind()), first, next);
    }

    @ParameterizedTest(name = "{0} from {1}")
    @MethodSource("fixturesInTemplates")
    @Tag("long")
    void noWordIsLostFromOneTemplateToAnyOther(String name, Template first) {
        ObjectNode document = Documents.served(Fixtures.read(name), first.kind());
        ofKind(first.kind()).forEach(second -> assertNoWordIsLost(document, first, second));
    }

    private static List<Template> ofKind(Kind kind) {
        return templates().filter(each -> each.kind() == kind).toList();
    }

    private static void assertNoWordIsLost(ObjectNode document, Template first, Template second) {
        String once = Markdown.write(document, first.id());
        ObjectNode between = Documents.served(
                Markdown.read(once, new Hint(first.kind(), first.id(), null)).content(), first.kind());

        String twice = Markdown.write(between, second.id());

        Documents.assertReadsBack(twice, document, second);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aBlankReadsAsAnEmptyDocumentOfItsTemplate(Template template) {
        Reading reading = Markdown.read(template.blank(), new Hint(template.kind(), null, null));

        assertThat(reading.template()).isEqualTo(template.id());
        assertThat(reading.content()).isEmpty();
        assertThat(reading.record()).isEmpty();
        assertThat(reading.approvals()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void theSameDocumentIsTheSameText(Template template) {
        ObjectNode document =
                Documents.served(Fixtures.read(fixtures(template.kind()).get(0)), template.kind());

        assertThat(Markdown.write(document, template.id())).isEqualTo(Markdown.write(document, template.id()));
    }

    @Test
    void aTemplateOfTheOtherKindOrNoneIsRefused() {
        ObjectNode document = Documents.served(Fixtures.read("rfc"), Kind.RFC);

        assertThatThrownBy(() -> Markdown.write(document, "adr-drivers")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Markdown.write(document, "none")).isInstanceOf(IllegalArgumentException.class);
    }
}
