package dev.docket.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** What the groups of operations are about. */
final class Tags {

    static final List<Tag> ALL = List.of(
            tag("Projects", "Decision logs: each with its own numbers, members and policy."),
            tag("Members", "Who holds which roles in a project."),
            tag("Documents", "ADRs and RFCs."),
            tag("Transitions", "The lifecycle of a document, and its record."),
            tag("Revisions", "Every state a document was ever in."),
            tag("Options", "The alternatives considered in a document."),
            tag("Risks", "The risks of a decision."),
            tag("Approvals", "Requests to judge a document, and the verdicts."),
            tag("Links", "Typed relations between documents, and to things outside."),
            tag("Graphs", "How documents hang together, as data and as text that tools draw."),
            tag("Statistics", "How decisions go: how many, how long, and what waits."),
            tag("Imports", "Folders of Markdown files: in as documents, and out again."),
            tag("Templates", "The Markdown dialects that documents are read and written in."),
            tag("Principals", "Who acts, and how one is made nobody."),
            tag("Tokens", "Service accounts and what they sign in with."),
            tag("Events", "Every change in order: to be read page by page, or followed live."),
            tag("Webhooks", "Programs that are told what happens, signed, and again until it has arrived."),
            tag("Audit", "Who did what, and proof of it."),
            tag("Problems", "Every error explained."));

    private Tags() {}

    private static Tag tag(String name, String description) {
        return OASFactory.createTag().name(name).description(description);
    }
}
