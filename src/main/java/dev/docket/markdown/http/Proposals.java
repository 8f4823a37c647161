package dev.docket.markdown.http;

import dev.docket.access.Callers;
import dev.docket.document.Documents;
import dev.docket.document.Held;
import dev.docket.document.Links;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Creates documents of filled templates. */
@ApplicationScoped
class Proposals {

    private final Documents documents;
    private final Links links;
    private final Callers callers;
    private final Clock clock;

    Proposals(Documents documents, Links links, Callers callers, Clock clock) {
        this.documents = documents;
        this.links = links;
        this.callers = callers;
        this.clock = clock;
    }

    /** The new document. Documents stay where they are: a target that is there before the write is there in it. */
    Held create(Kind kind, String project, Reading reading, @Nullable String message) {
        Proposal proposal = Proposal.of(
                reading, kind, project, LocalDate.now(clock), asked -> links.there(asked, callers.current()));
        return documents.create(kind, project, proposal.draft(), proposal.source(), message);
    }
}
