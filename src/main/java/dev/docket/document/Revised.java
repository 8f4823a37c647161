package dev.docket.document;

import dev.docket.document.content.Envelope;

/** What every change does to the envelope. */
final class Revised {

    private Revised() {}

    /** The next revision of the document, at the change's time and by its actor. */
    static Document of(Document document, Change change, boolean judged) {
        Envelope old = document.envelope();
        int revision = old.revision() + 1;
        Envelope next = new Envelope(
                old.kind(),
                old.project(),
                old.number(),
                old.ref(),
                Slug.fileName(old.number(), document.title()),
                old.status(),
                revision,
                judged ? revision : old.contentRevision(),
                old.createdAt(),
                old.createdBy(),
                change.at(),
                change.actor(),
                old.date(),
                change.day(),
                old.statusText(),
                old.source(),
                old.record());
        Past past = judged ? document.past().andAuthor(change.actor()) : document.past();
        return new Document(next, document.common(), document.sections(), past);
    }
}
