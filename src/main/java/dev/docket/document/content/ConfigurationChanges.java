package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What a design changes in configuration.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConfigurationChanges(
        @Schema(description = "New settings.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> variables,

        @Schema(description = "Their default values.") @Size(max = PROSE) @Nullable
        String defaults,

        @Schema(description = "What has to be changed by hand.") @Size(max = PROSE) @Nullable
        String requiredChanges,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}
