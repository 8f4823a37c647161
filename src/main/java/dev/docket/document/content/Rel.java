package dev.docket.document.content;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a link says. Up to implemented-by the target is another document; the rest point outside.")
public enum Rel {
    SUPERSEDES,
    SUPERSEDED_BY,
    AMENDS,
    AMENDED_BY,
    DEPENDS_ON,
    REQUIRED_BY,
    RELATES_TO,
    IMPLEMENTS,
    IMPLEMENTED_BY,
    TICKET,
    CODE,
    DESIGN_DOC,
    DISCUSSION;

    /** The value in JSON, such as {@code superseded-by}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** Whether the target is a document, named by a ref; otherwise it is any text, as a rule a URL. */
    public boolean betweenDocuments() {
        return inverse() != null;
    }

    /** What the target says of the link's owner, or null where the target is no document. */
    public @Nullable Rel inverse() {
        return switch (this) {
            case SUPERSEDES -> SUPERSEDED_BY;
            case SUPERSEDED_BY -> SUPERSEDES;
            case AMENDS -> AMENDED_BY;
            case AMENDED_BY -> AMENDS;
            case DEPENDS_ON -> REQUIRED_BY;
            case REQUIRED_BY -> DEPENDS_ON;
            case RELATES_TO -> RELATES_TO;
            case IMPLEMENTS -> IMPLEMENTED_BY;
            case IMPLEMENTED_BY -> IMPLEMENTS;
            case TICKET, CODE, DESIGN_DOC, DISCUSSION -> null;
        };
    }
}
