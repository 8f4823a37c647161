package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Background of an RFC.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RfcAppendix(
        @Schema(description = "Example code.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> examples,

        @Schema(description = "Diagrams as code.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> diagrams,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}
