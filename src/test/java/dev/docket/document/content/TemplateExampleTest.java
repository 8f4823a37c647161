package dev.docket.document.content;

import static dev.docket.document.content.Constraints.VALIDATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateExampleTest {

    private static final String LABELS =
            "Deciders|Technical Story|Pros|Cons|Cost/Effort|Risk|Timeline|Deliverables|Review Date";

    @Test
    void everyWordOfTheExampleIsInSomeField() {
        var text = present(TemplateExample.text());
        var document = present(TemplateExample.read());

        var missing = words(text.replaceAll("(?m)^\\*\\*(Date|Status):\\*\\*.*$", "")
                .replaceAll("(?m)^# \\S+", "")
                .replaceAll("(?m)^#+ Phase \\d+:", "")
                .replaceAll("(?m)^#+ .*$", "")
                .replaceAll("(?m)^\\*\\*(" + LABELS + "):\\*\\*", "")
                .replaceAll("(?m)^\\* Option \\d+:", "")
                .replaceAll("(?m)^Chosen option:|, because ", " "));
        strings(document).flatMap(field -> words(field).stream()).forEach(missing::remove);

        assertThat(missing).isEmpty();
    }

    @Test
    void theExampleReadsStrictlyAndIsValid() {
        var document = present(TemplateExample.read());
        var common = Fixtures.common(document);
        var sections = Fixtures.sections(document, AdrSections.class);

        assertThat(VALIDATOR.validate(common)).isEmpty();
        assertThat(VALIDATOR.validate(sections)).isEmpty();
        assertThat(document.path("options"))
                .extracting(option -> option.path("name"))
                .contains(document.at("/decision/chosen"));
    }

    private static <T> T present(Optional<T> example) {
        assumeTrue(example.isPresent(), "The folder of the templates is not at hand");
        return example.orElseThrow();
    }

    private static Stream<String> strings(JsonNode node) {
        var fields = new ArrayList<String>();
        node.forEach(child -> strings(child).forEach(fields::add));
        return node.isTextual() ? Stream.of(node.textValue()) : fields.stream();
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Pattern.compile("[^\\s*\\[\\](),\"]+")
                .matcher(text)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList());
    }
}
