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

@Schema(description = "The sections of an RFC.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RfcSections(
        @Schema(description = "The proposal in one paragraph.") @Size(max = PROSE) @Nullable
        String summary,

        @Schema(description = "Why something should change.") @Valid @Nullable
        Motivation motivation,

        @Schema(description = "What there is today.") @Valid @Nullable
        Background background,

        @Schema(description = "What is proposed, in detail.") @Valid @Nullable
        Design design,

        @Schema(description = "The work, phase by phase.") @Valid @Nullable
        Plan plan,

        @Schema(description = "How it will be tested.") @Valid @Nullable
        Testing testing,

        @Schema(description = "How it reaches production.") @Valid @Nullable
        Rollout rollout,

        @Schema(description = "How success is measured.") @Valid @Nullable
        Success success,

        @Schema(description = "What it means for those who depend on the present state.") @Valid @Nullable
        Compatibility compatibility,

        @Schema(description = "What is not settled yet.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid OpenQuestion> openQuestions,

        @Schema(description = "Background that would interrupt the argument.") @Valid @Nullable
        RfcAppendix appendix)
        implements Sections {}
