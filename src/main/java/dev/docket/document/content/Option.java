package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PART_ID;
import static dev.docket.document.content.Bounds.PART_ID_PATTERN;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "An alternative considered.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Option(
        @Schema(
                description = "The option's id: given by the server, or by the client when the option is new; "
                        + "unique in the document and never used again in it.",
                examples = "managed-queue")
        @Size(min = 1, max = PART_ID)
        @Pattern(regexp = PART_ID_PATTERN)
        @Nullable
        String id,

        @Schema(description = "The revision of the document that last changed this part; its ETag.", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "What it is called; decision.chosen may name it so.", examples = "Managed queue")
        @Size(max = LINE)
        @Nullable
        String name,

        @Schema(description = "What it is and how it would work.") @Size(max = PROSE) @Nullable
        String description,

        @Schema(description = "What speaks for it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> pros,

        @Schema(description = "What speaks against it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> cons,

        @Schema(description = "What could go wrong with it.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> risks,

        @Schema(
                description =
                        "The estimate, kept as written: S, M, L, XL, low, medium, high, with or without a remark.",
                examples = "M")
        @Size(max = ITEM)
        @Nullable
        String effort,

        @Schema(description = "How risky it is as a whole.") @Valid @Nullable
        Rating riskLevel,

        @Schema(
                description = "What was decided about it; absent while nothing is. Chosen is the same fact as "
                        + "decision.chosen.")
        @Nullable
        OptionVerdict verdict,

        @Schema(description = "Why it was chosen, rejected or deferred.") @Size(max = PROSE) @Nullable
        String reason)
        implements Part<Option> {

    @Override
    public Option identified(String id, @Nullable Integer version) {
        return new Option(id, version, name, description, pros, cons, risks, effort, riskLevel, verdict, reason);
    }

    /** This option under another verdict. */
    public Option judged(@Nullable OptionVerdict verdict) {
        return new Option(id, version, name, description, pros, cons, risks, effort, riskLevel, verdict, reason);
    }
}
