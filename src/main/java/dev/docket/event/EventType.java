package dev.docket.event;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What happened. There will be more: programs pass over those that they do not know.")
public enum EventType {
    DOCUMENT_CREATED,
    DOCUMENT_REVISED,
    DOCUMENT_TRANSITIONED,
    DOCUMENT_APPROVAL_REQUESTED,
    DOCUMENT_VERDICT_GIVEN,
    DOCUMENT_APPROVAL_OVERDUE,
    DOCUMENT_REVIEW_DUE,
    DOCUMENT_REDACTED,
    PROJECT_CREATED,
    PROJECT_CHANGED,
    PROJECT_MEMBER_PUT,
    PROJECT_MEMBER_REMOVED,
    PROJECT_WEBHOOK_DISABLED;

    private final String type = "dev.docket." + Kebab.of(name()).replaceFirst("-", ".") + ".v1";

    /** The CloudEvents type, such as {@code dev.docket.document.review-due.v1}. */
    @JsonValue
    public String type() {
        return type;
    }

    /** Empty for a text that is no type. */
    public static Optional<EventType> of(String type) {
        return Arrays.stream(values()).filter(each -> each.type().equals(type)).findFirst();
    }
}
