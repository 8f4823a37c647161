package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Security and privacy of an ADR.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Security(
        @Schema(description = "How data is protected, kept and deleted.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> dataHandling,

        @Schema(description = "Authentication and authorization.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> access,

        @Schema(description = "Secrets and their rotation.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> secrets,

        @Schema(description = "Laws, standards and policies that apply.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> compliance,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}
