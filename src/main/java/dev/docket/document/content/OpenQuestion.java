package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A question that is not settled yet, or was.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OpenQuestion(
        @Schema(description = "The question.", examples = "Do we settle on bank holidays?") @Size(max = ITEM) @Nullable
        String text,

        @Schema(description = "Whether it is settled.") @Nullable
        Boolean done,

        @Schema(description = "The answer.") @Size(max = PROSE) @Nullable
        String answer) {}
