package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.CanonicalJson;
import dev.docket.api.StrictJson;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Common;
import dev.docket.document.content.Envelope;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.Option;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Rel;
import dev.docket.document.content.RfcSections;
import dev.docket.document.content.Risk;
import dev.docket.document.content.Sections;
import dev.docket.document.content.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An ADR or an RFC as of one revision: the aggregate that is versioned as one. Immutable; every verb
 * ({@link Creation}, {@link Edit}, {@link Lifecycle}, {@link Verdicts}) makes the next revision of it.
 *
 * @param past what earlier revisions leave behind that the JSON does not show
 */
public record Document(Envelope envelope, Common common, Sections sections, Past past) {

    /** Reads the JSON of a revision. */
    static Document of(byte[] content, Past past) {
        ObjectNode json = (ObjectNode) StrictJson.tree(content);
        Kind kind = Kind.of(json.path("kind").asText());
        return new Document(
                StrictJson.value(Members.pick(json, Members.ENVELOPE), Envelope.class),
                StrictJson.value(Members.pick(json, Members.COMMON), Common.class),
                sections(kind, Members.pick(json, Members.ofSections(kind))),
                past);
    }

    static Sections sections(Kind kind, JsonNode json) {
        return kind == Kind.ADR ? StrictJson.value(json, AdrSections.class) : StrictJson.value(json, RfcSections.class);
    }

    /** The JSON of this revision: the flat union of envelope, common members and sections. */
    public ObjectNode json() {
        ObjectMapper mapper = StrictJson.objectMapper();
        ObjectNode json = mapper.valueToTree(envelope);
        json.setAll(mapper.<ObjectNode>valueToTree(common));
        json.setAll(mapper.<ObjectNode>valueToTree(sections));
        return json;
    }

    /** The canonical bytes of {@link #json()}, which are kept, hashed and served. */
    byte[] bytes() {
        return CanonicalJson.bytes(json());
    }

    public Status status() {
        return envelope.status();
    }

    public int revision() {
        return envelope.revision();
    }

    public Address address() {
        return new Address(envelope.kind(), envelope.project(), envelope.number());
    }

    public List<Option> options() {
        return Objects.requireNonNullElse(common.options(), List.of());
    }

    public List<Risk> risks() {
        return Objects.requireNonNullElse(common.risks(), List.of());
    }

    public List<Link> links() {
        return Objects.requireNonNullElse(common.links(), List.of());
    }

    public List<Approval> approvals() {
        return Objects.requireNonNullElse(common.approvals(), List.of());
    }

    /** Whether that document has taken its place already, as an import may say of one that is still open. */
    boolean isSupersededBy(Address other) {
        return status() == Status.SUPERSEDED
                && links().stream()
                        .anyMatch(link -> link.rel() == Rel.SUPERSEDED_BY
                                && other.equals(Address.parse(String.valueOf(link.target()), other.project())));
    }

    /** Whether what brought it into this status was an import. */
    public boolean isTakenOver() {
        List<RecordEntry> record = envelope.record();
        return !record.isEmpty() && record.get(record.size() - 1).action().equals(Takeover.ACTION);
    }

    /** When it was proposed first; when it was created, where that is not told. */
    public Instant sinceProposed() {
        return envelope.record().stream()
                .filter(entry -> entry.to() == Status.PROPOSED)
                .map(RecordEntry::at)
                .findFirst()
                .orElse(envelope.createdAt());
    }

    /** The title; every document has one. */
    public String title() {
        return Objects.requireNonNull(common.title());
    }

    Document with(Common other) {
        return new Document(envelope, other, sections, past);
    }

    Document with(Envelope other) {
        return new Document(other, common, sections, past);
    }
}
