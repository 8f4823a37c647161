package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PART_ID;
import static dev.docket.document.content.Bounds.PART_ID_PATTERN;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A risk of the decision.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Risk(
        @Schema(
                description = "The risk's id: given by the server, or by the client when the risk is new; unique in "
                        + "the document and never used again in it.",
                examples = "r1")
        @Size(min = 1, max = PART_ID)
        @Pattern(regexp = PART_ID_PATTERN)
        @Nullable
        String id,

        @Schema(description = "The revision of the document that last changed this part; its ETag.", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "What could go wrong.") @Size(max = PROSE) @Nullable
        String description,

        @Schema(description = "How likely it is.") @Valid @Nullable
        Rating likelihood,

        @Schema(description = "How much harm it would do.") @Valid @Nullable
        Rating impact,

        @Schema(
                description = "Likelihood times impact, with low as 1 and high as 3; absent when either has no level.",
                readOnly = true)
        @Min(1)
        @Max(9)
        @Nullable
        Integer severity,

        @Schema(description = "What is done about it.") @Size(max = PROSE) @Nullable
        String mitigation,

        @Schema(description = "Who watches it.", examples = "Payments on-call") @Size(max = LINE) @Nullable
        String owner,

        @Schema(description = "What has become of it.") @Nullable
        RiskState state)
        implements Part<Risk> {

    @Override
    public Risk identified(String id, @Nullable Integer version) {
        return new Risk(id, version, description, likelihood, impact, severity, mitigation, owner, state);
    }

    /** This risk with what the server derives: the severity, and open as the state of a new one. */
    public Risk assessed() {
        RiskState known = state == null ? RiskState.OPEN : state;
        return new Risk(id, version, description, likelihood, impact, product(), mitigation, owner, known);
    }

    private @Nullable Integer product() {
        Level likely = likelihood == null ? null : likelihood.level();
        Level harm = impact == null ? null : impact.level();
        return likely == null || harm == null ? null : likely.weight() * harm.weight();
    }
}
