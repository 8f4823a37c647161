package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a document says, its Markdown says the same, in every template. */
class RoundTripPropertyTest {

    private static final int FEW = 20;
    private static final int MANY = 1_000;

    static Stream<Template> templates() {
        return Template.all().stream();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void twentyDocumentsReadBackTheSame(Template template) {
        readBack(template, 1, FEW);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("templates")
    void aThousandDocumentsReadBackTheSame(Template template) {
        readBack(template, 2, MANY);
    }

    private static void readBack(Template template, long seed, int count) {
        RandomDocuments documents = new RandomDocuments(seed, template.kind());
        for (int i = 0; i < count; i++) {
            ObjectNode document = documents.next();
            String text = Markdown.write(document, template.id());
            ObjectNode read = Markdown.read(text, new Hint(template.kind(), template.id(), null))
                    .content();

            assertThat(Differences.between(Authored.of(document), Authored.of(read)))
                    .as("document %d in %s:%n%s", i, template.id(), text)
                    .isEmpty();
        }
    }
}
