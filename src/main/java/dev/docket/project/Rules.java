package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.api.Names;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the documents of one kind need to be accepted. What is left out has its default.")
public record Rules(
        @Schema(
                description = "The policy roles that each have to approve, one approval each.",
                examples = "[\"security\"]",
                defaultValue = "[]",
                uniqueItems = true)
        @Size(max = 20)
        List<@Size(max = Names.ROLE) @Pattern(regexp = Names.ROLE_PATTERN) String> requiredRoles,

        @Schema(description = "How many different principals have to approve, at least.", defaultValue = "0")
        @Min(0)
        @Max(50)
        int minApprovals,

        @Schema(description = "Whether the verdict of one of the document's authors counts.", defaultValue = "false")
        boolean authorMayApprove,

        @Schema(description = "Whether the role author may accept, not only maintainers.", defaultValue = "false")
        boolean authorMayAccept,

        @Schema(description = "Whether an edit of judged content makes approvals stale.", defaultValue = "true")
        boolean staleOnEdit,

        @Schema(description = "Whether an open question stands in the way of acceptance.", defaultValue = "true")
        boolean openQuestionsBlock) {

    /** The rules of a project that says nothing else. */
    public static final Rules DEFAULT = new Rules(List.of(), 0, false, false, true, true);

    public Rules {
        requiredRoles = requiredRoles.stream().distinct().toList();
    }

    @JsonCreator
    static Rules of(
            @JsonProperty("requiredRoles") @Nullable List<String> requiredRoles,
            @JsonProperty("minApprovals") @Nullable Integer minApprovals,
            @JsonProperty("authorMayApprove") @Nullable Boolean authorMayApprove,
            @JsonProperty("authorMayAccept") @Nullable Boolean authorMayAccept,
            @JsonProperty("staleOnEdit") @Nullable Boolean staleOnEdit,
            @JsonProperty("openQuestionsBlock") @Nullable Boolean openQuestionsBlock) {
        return new Rules(
                Objects.requireNonNullElse(requiredRoles, DEFAULT.requiredRoles),
                Objects.requireNonNullElse(minApprovals, DEFAULT.minApprovals),
                Objects.requireNonNullElse(authorMayApprove, DEFAULT.authorMayApprove),
                Objects.requireNonNullElse(authorMayAccept, DEFAULT.authorMayAccept),
                Objects.requireNonNullElse(staleOnEdit, DEFAULT.staleOnEdit),
                Objects.requireNonNullElse(openQuestionsBlock, DEFAULT.openQuestionsBlock));
    }
}
