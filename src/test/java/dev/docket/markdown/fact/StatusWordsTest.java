package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            accepted                                                            § accepted
            'Accepted.   '                                                      § accepted
            PROPOSED                                                            § proposed
            ✅ **Accepted**                                                     § accepted
            `accepted` (2024-01-05)                                             § accepted
            {Active}                                                            § accepted
            "OPEN"                                                              § proposed
            Implemented                                                         § implemented
            Partially Implemented in [x](y)                                     § implemented
            Draft, accepted later                                               § draft
            WIP                                                                 § draft
            Approved <!-- Acceptable values: Draft, Approved, On Hold -->       § accepted
            Proposed [Proposed, Accepted, Rejected, Deprecated, etc.]           § proposed
            "superseded by [ADR-0018](./0018-x.md)"                             § superseded
            Superceded by 12                                                    § superseded
            Partly superseded                                                   § superseded
            Exceeded by 2025-10-08-x                                            § superseded
            ~~Proposed~~ Accepted                                               § accepted
            This has been abandoned as it mostly describes usage of Gerrit.     § withdrawn
            Depreciated                                                         § deprecated
            No longer relevant                                                  § deprecated
            Declined                                                            § rejected
            Not accepted                                                        § rejected
            Will not be implemented                                             § rejected
            Active review (April 3 to April 10)                                 § proposed
            Awaiting approval                                                   § proposed
            Replaces 2025-09-04-x                                               § accepted
            Proposed | **Accepted** | Rejected                                  § accepted
            akzeptiert                                                          § accepted
            Angenommen am 3.5.2021                                              § accepted
            accepté                                                             § accepted
            aceptado                                                            § accepted
            Aceito                                                              § accepted
            accettato                                                           § accepted
            Geaccepteerd                                                        § accepted
            vorgeschlagen                                                       § proposed
            proposé                                                             § proposed
            propuesto                                                           § proposed
            abgelehnt                                                           § rejected
            rejeté                                                              § rejected
            rechazado                                                           § rejected
            veraltet                                                            § deprecated
            Überholt                                                            § deprecated
            ersetzt durch ADR 7                                                 § superseded
            """)
    void theFirstKnownWordDecides(String raw, String status) {
        assertThat(StatusWords.of(raw, Kind.RFC)).contains(Status.valueOf(status.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            ''
            N/A
            (leave blank)
            to_be_deleted
            No implementation of a retention policy
            Yet to be widely discussed and agreed upon.
            Proposed | Accepted | Superseded
            {proposed | rejected | accepted | deprecated | … | superseded by ADR-0123
            [proposed | rejected | accepted | superseded by [ADR-0005](0005-example.md)]
            'Draft, In Review, Accepted, Rejected'
            'What is the status, such as proposed, accepted, rejected, deprecated, superseded, etc.?'
            <!-- optional: draft | proposed -->
            <!-- accepted
            Not yet implemented
            unaccepted
            """)
    void nothingKnownIsNoStatusAndNoChoiceIsNone(String raw) {
        assertThat(StatusWords.of(raw, Kind.ADR)).isEmpty();
    }

    @Test
    void implementedIsAcceptedForAnAdr() {
        assertThat(StatusWords.of("done", Kind.ADR)).contains(Status.ACCEPTED);
        assertThat(StatusWords.of("done", Kind.RFC)).contains(Status.IMPLEMENTED);
    }

    @Test
    void onlyTheFirstLineWithWordsDecides() {
        assertThat(StatusWords.of("\n\n<!-- proposed -->\n---\nAccepted\n\nSuperseded in part", Kind.ADR))
                .contains(Status.ACCEPTED);
        assertThat(StatusWords.of("Unclear\n\nIt was proposed by X", Kind.ADR)).isEmpty();
        assertThat(StatusWords.of("Date: 2020-01-02\n\nAccepted", Kind.ADR)).contains(Status.ACCEPTED);
    }

    @Test
    void theTickedBoxIsTheChosenOne() {
        assertThat(StatusWords.of("- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected", Kind.ADR))
                .contains(Status.ACCEPTED);
        assertThat(StatusWords.of("- [ ] Proposed\n- [ ] Accepted", Kind.ADR)).isEmpty();
    }
}
