package dev.docket.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Revision", description = "One revision of a document, without its content.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevisionView(
        @Schema(description = "1, 2, 3 and so on, without holes.", examples = "3", required = true, minimum = "1")
        int revision,

        @Schema(description = "When it was written; later than the one before.", required = true)
        Instant at,

        @Schema(description = "Who wrote it.", examples = "mira.holt", required = true, maxLength = Names.PRINCIPAL)
        String actor,

        @Schema(description = "What the actor said about it.", examples = "Fix a typo", maxLength = 10_000) @Nullable
        String message,

        @Schema(
                description = "SHA-256 of its canonical JSON (RFC 8785), which is what reading it answers.",
                required = true,
                pattern = Bounds.SHA256_PATTERN)
        String contentSha256,

        @Schema(description = "sha256 of the revision before; absent for the first.", pattern = Bounds.SHA256_PATTERN)
        @Nullable
        String previousSha256,

        @Schema(
                description =
                        "SHA-256 of the canonical JSON of actor, at, content (contentSha256), document (project/ref), message, previous (previousSha256) and revision.",
                required = true,
                pattern = Bounds.SHA256_PATTERN)
        String sha256,

        @Schema(description = "That its content was removed; absent where it is there.") @Nullable
        RedactionView redaction) {}
