package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How an RFC reaches production.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rollout(
        @Schema(description = "The first, partial deployment.") @Valid @Nullable
        CanaryDeployment canary,

        @Schema(description = "The deployment to all.") @Valid @Nullable
        FullDeployment full,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {

    @Schema(description = "The first, partial deployment.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CanaryDeployment(
            @Schema(description = "How much of the traffic or of the users, as written.", examples = "5 % of merchants")
            @Size(max = ITEM)
            @Nullable
            String percentage,

            @Schema(description = "What has to hold before it goes on.") @Size(max = PROSE) @Nullable
            String successCriteria,

            @Schema(description = "How it is taken back.") @Size(max = PROSE) @Nullable
            String rollbackPlan,

            @Schema(description = "Prose under the heading that fits none of the other members.")
            @Size(max = PROSE)
            @Nullable
            String text) {}

    @Schema(description = "The deployment to all.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FullDeployment(
            @Schema(description = "When.") @Size(max = PROSE) @Nullable
            String timeline,

            @Schema(description = "What has to be there first.") @Size(max = PROSE) @Nullable
            String dependencies,

            @Schema(description = "Prose under the heading that fits none of the other members.")
            @Size(max = PROSE)
            @Nullable
            String text) {}
}
