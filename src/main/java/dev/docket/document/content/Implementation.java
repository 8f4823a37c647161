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

@Schema(description = "How the decision is carried out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Implementation(
        @Schema(description = "The modules it touches.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid AffectedModule> modules,

        @Schema(description = "The components it touches, in words.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> components,

        @Schema(description = "Interfaces that are new or change.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> interfaces,

        @Schema(description = "Schemas of data that is exchanged.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Code> dataContracts,

        @Schema(description = "The steps to production.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid CheckItem> rollout,

        @Schema(description = "The work, phase by phase.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Phase> phases,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "A module that the decision touches.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AffectedModule(
            @Schema(description = "The module.", examples = "ledger-writer") @Size(max = ITEM) @Nullable
            String module,

            @Schema(description = "What happens to it.", examples = "Modified") @Size(max = ITEM) @Nullable
            String changeType,

            @Schema(description = "How risky the change is.") @Valid @Nullable
            Rating riskLevel) {}
}
