package dev.docket.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which option is chosen, however that is said. */
class ChoiceTest {

    private static final String OPTIONS = """
            # Store orders

            ## Context and Problem Statement

            Orders get lost.

            ## Considered Options

            * Option 1: Keep files
            * Option 2: Use PostgreSQL with one table
            * Option 3: Object storage

            ## Decision Outcome

            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Chosen option: "Object storage", because cheap               | Object storage
            Chosen option: "Option 3", because cheap                     | Object storage
            Chosen option: Option 3, because cheap                       | Object storage
            Chosen option: 3. Object storage                             | Object storage
            Chosen Option: **Object Storage**.                           | Object storage
            * Chosen Alternative: *Object storage*                       | Object storage
            Chosen **Option 3: Object storage**, because cheap           | Object storage
            Chosen Option 3: Object storage                              | Object storage
            Chosen solution: the object storage, for now                 | Object storage
            Chosen option: (modified) "Object storage".                  | Object storage
            Chosen option: "PostgreSQL", because known                   | Use PostgreSQL with one table
            Chosen option: keeping the files                             | Keep files
            **Object storage**, because cheap                            | Object storage
            We decided to go with object storage because files get lost. | Object storage
            We will use **Object storage** instead of PostgreSQL.        | Object storage
            Option 2                                                     | Use PostgreSQL with one table
            The second option is what we need.                           | Use PostgreSQL with one table
            """)
    void isTheOptionThatIsMeant(String outcome, String chosen) {
        JsonNode content = read(OPTIONS + outcome).content();
        assertThat(content.at("/decision/chosen").asText()).isEqualTo(chosen);
        assertThat(content.path("options")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chosen option: \"A spreadsheet\", because known",
                "Chosen options: 1 and 3",
                "Options 1 and 2 were both tried.",
                "We will not use object storage.",
                "None of them convinced us."
            })
    void isNoneWhereNoneIsNamed(String outcome) {
        JsonNode content = read(OPTIONS + outcome).content();
        assertThat(content.at("/decision/chosen").isMissingNode()).isTrue();
        assertThat(content.path("options")).hasSize(3);
        assertThat(content.at("/decision/statement").asText()).isNotEmpty();
    }

    @Test
    void theReasonIsWhatStandsBehindBecause() {
        JsonNode decision = read(OPTIONS
                        + "Chosen option: \"Object storage\", because it is cheap.\n\nWe start in May.")
                .content()
                .path("decision");
        assertThat(decision.path("rationale").asText()).isEqualTo("it is cheap.");
        assertThat(decision.path("statement").asText()).isEqualTo("We start in May.");
    }

    @Test
    void aNameThatNoListHasMakesAnOption() {
        JsonNode content = read("""
                        # Store orders

                        ## Chosen Option

                        **Object storage**

                        It is cheap.

                        ## Alternatives Considered

                        ### Alternative A: Files

                        **Cons:**
                        - They get lost
                        """).content();
        assertThat(content.at("/decision/chosen").asText()).isEqualTo("Object storage");
        assertThat(content.at("/options/0/name").asText()).isEqualTo("Object storage");
        assertThat(content.at("/options/1/name").asText()).isEqualTo("Files");
        assertThat(content.at("/decision/statement").asText()).isEqualTo("It is cheap.");
    }

    private static Reading read(String text) {
        return Markdown.read(text, Hint.NONE);
    }
}
