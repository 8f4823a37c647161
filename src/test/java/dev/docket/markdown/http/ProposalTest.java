package dev.docket.markdown.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.StrictJson;
import dev.docket.document.Address;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Decision;
import dev.docket.document.content.ExtraSection;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Source;
import dev.docket.document.content.Status;
import dev.docket.markdown.Reading;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What only the server may say, and what it would refuse, is kept as text. */
class ProposalTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);
    private static final String PROBLEM = "{\"title\": \"T\", \"context\": {\"problem\": \"It is slow.\"}}";
    private static final Instant MIDNIGHT = Instant.parse("2020-02-03T00:00:00Z");

    @Test
    void whatTheDocumentSaysByItselfIsNotSaidAgain() {
        Proposal proposal = propose(reading(PROBLEM, "Proposed", "2026-05-04", List.of(), List.of()));
        assertThat(proposal.draft().common().extraSections()).isNull();
        assertThat(proposal.draft().served()).isEmpty();
        assertThat(proposal.source()).isEqualTo(new Source(null, "adr-drivers", null, 12, null));
    }

    @Test
    void aStatusAndADateStandFirstAsTheyWereWritten() {
        String content = "{\"title\": \"T\", \"extraSections\": [{\"heading\": \"Glossary\", \"text\": \"Words.\"}]}";
        Proposal proposal = propose(reading(content, "Proposed, in May", "4 May 2026", List.of(), List.of()));
        assertThat(sections(proposal))
                .containsExactly(
                        new ExtraSection("Status as written", 2, "Proposed, in May", null),
                        new ExtraSection("Date as written", 2, "4 May 2026", null),
                        new ExtraSection("Glossary", null, "Words.", null));
    }

    @Test
    void aProposalThatBecomesADraftKeepsTheWord() {
        Proposal proposal = propose(reading("{\"title\": \"T\"}", "Proposed", null, List.of(), List.of()));
        assertThat(sections(proposal)).extracting(section -> section.text()).containsExactly("Proposed");
    }

    @Test
    void aRecordAndTicksStandLast() {
        RecordEntry accepted = new RecordEntry(
                "accepted", Status.PROPOSED, Status.ACCEPTED, MIDNIGHT, "Mira Holt", "Two\nlines", "ADR-0050");
        Proposal proposal = propose(reading(
                PROBLEM,
                null,
                null,
                List.of(accepted),
                List.of(
                        approval("security", ApprovalState.APPROVED, "Noor"),
                        approval("engineering-lead", ApprovalState.PENDING, null),
                        approval("legal", ApprovalState.REJECTED, "Ada"),
                        approval("product", ApprovalState.APPROVED, "Kim", "Product: Kim - 2020-02-03"),
                        approval("operations", ApprovalState.CLOSED, null, "Operations: [Name, Date]"))));
        assertThat(proposal.draft().common().approvals()).isNull();
        assertThat(sections(proposal))
                .containsExactly(
                        new ExtraSection(
                                "Decision record as written",
                                2,
                                "- 2020-02-03, accepted, Mira Holt, ADR-0050, Two\n  lines",
                                "/context"),
                        new ExtraSection("Approval as written", 2, """
                                - [x] security, Noor, 2020-02-03
                                - [ ] engineering-lead
                                - [ ] legal, Ada, rejected, 2020-02-03
                                - [x] Product: Kim - 2020-02-03
                                - [ ] Operations: [Name, Date]""", "/context"));
    }

    @Test
    void linksThatTheDocumentCannotHaveBecomeText() {
        Proposal proposal = propose(reading("""
                {"title": "T", "links": [
                  {"rel": "supersedes", "target": "ADR-0001", "title": "The old one"},
                  {"rel": "superseded-by", "target": "ADR-0001"},
                  {"rel": "amends", "target": "ADR-0099"},
                  {"rel": "supersedes", "target": "RFC-0001"},
                  {"rel": "relates-to", "target": "RFC-0001"},
                  {"rel": "depends-on", "target": "the platform"},
                  {"rel": "amends", "target": "ADR-0099"},
                  {"rel": "ticket", "target": "PAY-7"}]}""", null, null, List.of(), List.of()));
        assertThat(proposal.draft().common().links())
                .containsExactly(
                        new Link(null, null, Rel.SUPERSEDES, "ADR-0001", "The old one"),
                        new Link(null, null, Rel.RELATES_TO, "RFC-0001", null),
                        new Link(null, null, Rel.TICKET, "PAY-7", null));
        assertThat(sections(proposal)).containsExactly(new ExtraSection("Links as written", 2, """
                - superseded by: ADR-0001
                - amends: ADR-0099
                - supersedes: RFC-0001
                - depends on: the platform
                - amends: ADR-0099""", null));
    }

    @Test
    void aChoiceThatIsNoOptionIsAStatement() {
        assertThat(decision("{\"chosen\": \"Both\", \"statement\": \"For now.\"}"))
                .isEqualTo(new Decision(null, "Both\n\nFor now.", null, null));
        assertThat(decision("{\"chosen\": \"Both\", \"rationale\": \"R\"}"))
                .isEqualTo(new Decision(null, "Both", "R", null));
        assertThat(decision("{\"chosen\": \"One\"}")).isEqualTo(new Decision("One", null, null, null));
        assertThat(decision("{\"statement\": \"S\"}")).isEqualTo(new Decision(null, "S", null, null));
    }

    private static @Nullable Decision decision(String decision) {
        String content = "{\"title\": \"T\", \"options\": [{\"name\": \"One\"}], \"decision\": " + decision + "}";
        Proposal proposal = propose(reading(content, null, null, List.of(), List.of()));
        return ((AdrSections) proposal.draft().sections()).decision();
    }

    private static List<ExtraSection> sections(Proposal proposal) {
        return Objects.requireNonNull(proposal.draft().common().extraSections());
    }

    /** In a project whose documents are ADR-0001 and RFC-0001. */
    private static Proposal propose(Reading reading) {
        Set<Address> present = Set.of(new Address(Kind.ADR, "payments", 1), new Address(Kind.RFC, "payments", 1));
        return Proposal.of(reading, Kind.ADR, "payments", TODAY, asked -> {
            Set<Address> there = new java.util.HashSet<>(asked);
            there.retainAll(present);
            return there;
        });
    }

    private static Reading reading(
            String content,
            @Nullable String status,
            @Nullable String date,
            List<RecordEntry> record,
            List<Approval> approvals) {
        try {
            return new Reading(
                    Kind.ADR,
                    "adr-drivers",
                    12,
                    Status.ACCEPTED,
                    status,
                    null,
                    date,
                    null,
                    (ObjectNode) StrictJson.objectMapper().readTree(content),
                    record,
                    approvals,
                    List.of());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Approval approval(String role, ApprovalState state, @Nullable String by) {
        return approval(role, state, by, null);
    }

    private static Approval approval(String role, ApprovalState state, @Nullable String by, @Nullable String comment) {
        Instant at = by == null ? null : MIDNIGHT;
        return new Approval(null, null, role, null, null, state, null, null, null, by, at, comment, null, null, true);
    }
}
