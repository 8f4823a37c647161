package dev.docket.document.content;

import static dev.docket.document.content.Bounds.CODE;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A block of code, with the words around it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Code(
        @Schema(description = "The language, as named after the fence.", examples = "json") @Size(max = LINE) @Nullable
        String language,

        @Schema(description = "The code itself.") @Size(max = CODE) @Nullable
        String code,

        @Schema(description = "What was said about it.") @Size(max = PROSE) @Nullable
        String text) {}
