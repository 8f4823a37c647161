package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Audit", description = "What a verification of a project's log found.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditView(
        @Schema(
                description = "The key of the project.",
                examples = "payments",
                maxLength = Names.PROJECT,
                required = true)
        String project,

        @Schema(description = "When the verification began.", required = true)
        Instant at,

        @Schema(description = "Whether everything is as it was written.", examples = "true", required = true)
        boolean intact,

        @Schema(description = "The first place that is not; absent where the log is intact.") @Nullable
        Fault broken,

        @Schema(
                description = "How many entries of the chain were looked at, each with its revision.",
                examples = "1200",
                minimum = "0",
                required = true)
        long entries,

        @Schema(
                description = "How many revisions were looked up in the chain; 0 where the chain itself is broken.",
                examples = "1200",
                minimum = "0",
                required = true)
        long revisions,

        @Schema(
                description = "How many of the entries are about the removal of a content.",
                examples = "2",
                minimum = "0",
                required = true)
        long redactions,

        @Schema(
                description = "How many checkpoints the chain was compared with.",
                examples = "48",
                minimum = "0",
                required = true)
        long checkpoints,

        @Schema(description = "The newest entry looked at; absent where there is none.") @Nullable
        Head head) {

    @Schema(name = "ChainHead", description = "The newest entry of a project's chain.")
    record Head(
            @Schema(description = "Its position.", examples = "4711", required = true)
            long position,

            @Schema(
                    description = "Its hash, which covers all before it.",
                    pattern = Bounds.SHA256_PATTERN,
                    required = true)
            String sha256) {}
}
