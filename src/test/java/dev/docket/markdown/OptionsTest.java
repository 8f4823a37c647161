package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which files list their options and argue for them. */
class OptionsTest {

    @Test
    void headingsNeedNotSayWhatTheListSays() {
        JsonNode options = read("""
                ## Considered Options

                * Stay on the old builder (status quo)
                * `Objects.requireNonNull` and checks at run time
                * AWS Parameter Store
                * AWS Parameter Store + Chamber
                * Implement a state machine

                ## Pros and Cons of the Options

                ### Stay on the old builder
                * Good, because 1
                ### Use `Objects::requireNonNull`
                * Good, because 2
                ### *AWS Parameter Store with Chamber*
                * Good, because 4
                ### AWS parameter store
                * Good, because 3
                ### Build a state-machine
                * Good, because 5
                """);
        assertThat(names(options))
                .containsExactly(
                        "Stay on the old builder (status quo)",
                        "`Objects.requireNonNull` and checks at run time",
                        "AWS Parameter Store",
                        "AWS Parameter Store + Chamber",
                        "Implement a state machine");
        assertThat(options.findValuesAsText("pros")).hasSize(5);
        assertThat(options.valueStream().map(option -> option.at("/pros/0").asText()))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void argumentsStandUnderLabelsOrHeadings() {
        JsonNode options = read("""
                ## Options Considered

                ### A
                **Pros**
                * small

                * fast

                Cons:
                - new
                ### B
                #### Advantages
                - old
                #### Disadvantages
                - slow
                - big
                ### C
                - Pros
                    - known
                - *CONS*:
                    - dear
                """);
        assertThat(options.at("/0/pros")).hasSize(2);
        assertThat(options.at("/0/cons")).hasSize(1);
        assertThat(options.at("/1/pros")).hasSize(1);
        assertThat(options.at("/1/cons")).hasSize(2);
        assertThat(options.at("/2/pros/0").asText()).isEqualTo("known");
        assertThat(options.at("/2/cons/0").asText()).isEqualTo("dear");
    }

    @Test
    void examplesBetweenNameAndArgumentsDescribe() {
        JsonNode options = read("""
                ## Considered Options

                ### Badges

                #### Examples

                * ![one](one.png)

                ---

                * Good, because seen at once
                * Bad, because served elsewhere
                """);
        assertThat(options.at("/0/pros/0").asText()).isEqualTo("seen at once");
        assertThat(options.at("/0/cons/0").asText()).isEqualTo("served elsewhere");
        assertThat(options.at("/0/description").asText()).startsWith("# Examples\n\n* ![one](one.png)");
    }

    @Test
    void namesMayBeParagraphs() {
        JsonNode options = read("""
                ## Considered Options

                - Files
                - A database

                ## Pros and Cons of the Options

                Files

                - `+` simple

                A database

                - `-` one more server
                """);
        assertThat(names(options)).containsExactly("Files", "A database");
        assertThat(options.at("/0/pros/0").asText()).isEqualTo("simple");
        assertThat(options.at("/1/cons/0").asText()).isEqualTo("one more server");
    }

    @Test
    void boldParagraphsAreAlternativesThatWereTurnedDown() {
        JsonNode options = read("""
                ## Alternatives Considered

                **Renumber the files.** Rejected: links break.

                **Leave them** — two files keep one number.
                """);
        assertThat(names(options)).containsExactly("Renumber the files", "Leave them");
        assertThat(options.at("/0/verdict").asText()).isEqualTo("rejected");
        assertThat(options.at("/0/reason").asText()).isEqualTo("links break.");
        assertThat(options.at("/1/description").asText()).isEqualTo("two files keep one number.");
    }

    @Test
    void groupsOfOptionsAreNone() {
        JsonNode options = read("""
                ## Considered Options

                * When exporting:
                  * One file
                  * Many files
                * When importing:
                  * All at once
                """);
        assertThat(names(options)).containsExactly("One file", "Many files", "All at once");
        assertThat(options.at("/2/description").asText()).isEqualTo("When importing:");
    }

    @Test
    void labelsThatCountOtherwiseArePartOfTheName() {
        JsonNode options = read("## Considered Options\n\n* Option 0: Nothing\n* Option 2: All\n* Option 2a: Half\n");
        assertThat(names(options)).containsExactly("Option 0: Nothing", "All", "Option 2a: Half");
    }

    @Test
    void sectionsALevelTooLowAreFound() {
        JsonNode content = content("""
                ## Overview

                ### Context and Problem Statement

                Forms are long.

                ### Decision Drivers

                #### Must have

                * Short

                #### Nice to have

                * Blue

                ### Considered Options

                * Wizards
                * Fewer fields
                """);
        assertThat(content.at("/context/problem").asText()).isEqualTo("Forms are long.");
        assertThat(content.at("/context/drivers").valueStream().map(JsonNode::asText))
                .containsExactly("Must have: Short", "Nice to have: Blue");
        assertThat(names(content.path("options"))).containsExactly("Wizards", "Fewer fields");
        assertThat(content.at("/extraSections/0/heading").asText()).isEqualTo("Overview");
    }

    private static JsonNode read(String sections) {
        return content(sections).path("options");
    }

    private static JsonNode content(String sections) {
        return Markdown.read("# Title\n\n" + sections, Hint.NONE).content();
    }

    private static List<String> names(JsonNode options) {
        return options.valueStream().map(option -> option.path("name").asText()).toList();
    }
}
