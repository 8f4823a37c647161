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

@Schema(description = "What is proposed, in detail.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Design(
        @Schema(description = "The approach from above.") @Size(max = PROSE) @Nullable
        String overview,

        @Schema(description = "Its components.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid DesignComponent> components,

        @Schema(description = "Its data models.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> dataModels,

        @Schema(description = "What changes in interfaces.") @Valid @Nullable
        ApiChanges apiChanges,

        @Schema(description = "What changes in the database.") @Valid @Nullable
        DatabaseChanges database,

        @Schema(description = "What changes in configuration.") @Valid @Nullable
        ConfigurationChanges configuration,

        @Schema(description = "What it means for security.") @Valid @Nullable
        SecurityConsiderations security,

        @Schema(description = "What it means for performance.") @Valid @Nullable
        PerformanceImplications performance,

        @Schema(description = "How one sees it at work.") @Valid @Nullable
        Observability observability,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}
