package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "What was done. sign-in-failed: a request without a token, or with one that is not valid. "
                + "access-denied: 403. rate-limited: 429. There will be more of them.",
        extensions = @Extension(name = "x-extensible-enum", value = "true", parseValue = true))
public enum Action {
    SIGN_IN_FAILED,
    ACCESS_DENIED,
    RATE_LIMITED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    PRINCIPAL_CREATED,
    PRINCIPAL_CHANGED,
    PRINCIPAL_ANONYMISED,
    MEMBER_PUT,
    MEMBER_REMOVED,
    PROJECT_CREATED,
    PROJECT_CHANGED,
    POLICY_CHANGED,
    CHECKPOINT_MADE,
    REVISION_REDACTED,
    WEBHOOK_CREATED,
    WEBHOOK_CHANGED,
    WEBHOOK_REMOVED,
    WEBHOOK_SECRET_ROTATED,
    WEBHOOK_DISABLED;

    /** The value in JSON, such as {@code token-created}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}
