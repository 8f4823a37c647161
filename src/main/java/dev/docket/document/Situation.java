package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.project.Rules;
import dev.docket.project.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that guards look at.
 *
 * @param comment the reason that the request gives
 * @param by the document that the request names; null when it names none, or none that is there
 * @param superseded the documents that this one says it takes the place of
 */
public record Situation(
        Document document,
        Standing standing,
        @Nullable String comment,
        @Nullable Document by,
        List<Document> superseded) {

    /** The project's rules for the document's kind. */
    public Rules rules() {
        return rules(document, standing);
    }

    static Rules rules(Document document, Standing standing) {
        return rules(document.envelope().kind(), standing);
    }

    static Rules rules(Kind kind, Standing standing) {
        return kind == Kind.ADR ? standing.policy().adr() : standing.policy().rfc();
    }
}
