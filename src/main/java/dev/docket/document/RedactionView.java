package dev.docket.document;

import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Redaction", description = "Who removed the content of a revision, when and why.")
record RedactionView(
        @Schema(description = "Who removed it.", examples = "mira.holt", required = true, maxLength = Names.PRINCIPAL)
        String actor,

        @Schema(description = "When it was removed.", required = true)
        Instant at,

        @Schema(
                description = "Why it had to go.",
                examples = "A password was pasted into the context.",
                required = true,
                maxLength = RedactionRequest.LENGTH)
        String reason,

        @Schema(
                description = "SHA-256 of the canonical JSON of actor, at, content (contentSha256 of the revision), "
                        + "document (project/ref), reason and redacted (the number of the revision).",
                required = true,
                pattern = Bounds.SHA256_PATTERN)
        String sha256) {

    static RedactionView of(Redaction redaction) {
        return new RedactionView(
                redaction.actor(),
                redaction.at(),
                redaction.reason(),
                HexFormat.of().formatHex(redaction.sha256()));
    }
}
