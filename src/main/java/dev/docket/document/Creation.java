package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.api.FieldError;
import dev.docket.api.Problem.Blocker;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Envelope;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Source;
import dev.docket.document.content.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first verb: a draft becomes revision 1. */
final class Creation {

    private Creation() {}

    /**
     * A new document at the address. Its status is the one asked for (draft or proposed), else proposed where the
     * guard of proposed is met, else draft; proposed asked for and unmet is 409 with blockers.
     *
     * @param source where it came from; null where it was written here
     */
    static Document create(Address address, Draft draft, @Nullable Source source, Change change) {
        refuseServerOwned(address, draft);
        Settlement.Result settled = Settlement.ofNew(address, draft, change);
        Past past = Past.NONE.andAuthor(change.actor()).andParts(settled.partIds());
        Document draftDocument = new Document(
                envelope(
                        address,
                        Objects.requireNonNull(settled.content().common().title()),
                        source,
                        change),
                settled.content().common(),
                settled.content().sections(),
                past);
        return firstStatus(draftDocument, asked(draft), change);
    }

    /** The new document under its number, which it gets last. */
    static Document numbered(Document tried, Address address) {
        Envelope old = tried.envelope();
        return tried.with(new Envelope(
                old.kind(),
                old.project(),
                address.number(),
                address.ref(),
                Slug.fileName(address.number(), tried.title()),
                old.status(),
                old.revision(),
                old.contentRevision(),
                old.createdAt(),
                old.createdBy(),
                old.updatedAt(),
                old.updatedBy(),
                old.date(),
                old.lastUpdated(),
                old.statusText(),
                old.source(),
                old.record()));
    }

    private static Document firstStatus(Document document, @Nullable Status asked, Change change) {
        List<Blocker> blockers = Guards.problemIsStated(document.sections());
        if (asked == Status.PROPOSED && !blockers.isEmpty()) {
            throw Lifecycle.blocked("It cannot be proposed yet.", blockers, List.of(Status.DRAFT));
        }
        Status first = asked == null ? (blockers.isEmpty() ? Status.PROPOSED : Status.DRAFT) : asked;
        Document recorded = Lifecycle.enter(document, first, null, change, null, null);
        return first == Status.PROPOSED ? Asking.openApprovals(recorded, change) : recorded;
    }

    private static Envelope envelope(Address address, String title, @Nullable Source source, Change change) {
        return new Envelope(
                address.kind(),
                address.project(),
                address.number(),
                address.ref(),
                Slug.fileName(address.number(), title),
                Status.DRAFT,
                1,
                1,
                change.at(),
                change.actor(),
                change.at(),
                change.actor(),
                change.day(),
                change.day(),
                null,
                source,
                List.<RecordEntry>of());
    }

    private static @Nullable Status asked(Draft draft) {
        JsonNode status = draft.served().path("status");
        if (status.isMissingNode()) {
            return null;
        }
        return switch (status.asText()) {
            case "draft" -> Status.DRAFT;
            case "proposed" -> Status.PROPOSED;
            default ->
                throw ProblemType.UNPROCESSABLE.because(
                        "A new document is a draft or proposed.",
                        List.of(FieldError.at("/status", "status", "draft or proposed")));
        };
    }

    private static void refuseServerOwned(Address address, Draft draft) {
        Map<String, String> known = Map.of("kind", address.kind().json(), "project", address.project());
        List<FieldError> errors = new ArrayList<>();
        draft.served().properties().forEach(member -> {
            String name = member.getKey();
            if (!name.equals("status") && !member.getValue().asText().equals(known.get(name))) {
                errors.add(FieldError.at("/" + name, "server-owned", "the server gives this; leave it out"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("The body sets what the server owns.", errors);
        }
    }
}
