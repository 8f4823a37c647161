package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.FieldError;
import dev.docket.api.Names;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Project",
        description =
                "A named decision log: its own number series, members and policy. What the server owns may be sent "
                        + "back unchanged.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectView(
        @Schema(
                description = "Names the project in paths; chosen when it is made, and never changed.",
                examples = "payments")
        @Size(max = Names.PROJECT)
        @Pattern(regexp = Names.PROJECT_PATTERN)
        @Nullable
        String key,

        @Schema(description = "What people call it.", examples = "Payments") @NotNull @Size(min = 1, max = 200)
        String name,

        @Schema(description = "What is decided here, in Markdown.", examples = "Everything that moves money.")
        @Size(max = 10_000)
        @Nullable
        String description,

        @Schema(description = "Who may read it.", defaultValue = "internal") @Nullable
        Visibility visibility,

        @Schema(description = "Whether it can be read only; undone by the same member.", defaultValue = "false")
        @Nullable
        Boolean archived,

        @Schema(description = "What it takes to decide here; the defaults of each rule, where it is left out.")
        @Valid
        @Nullable
        Policy policy,

        @Schema(description = "Counts the changes of the project; its ETag.", examples = "3", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "When it was made.", readOnly = true) @Nullable
        Instant createdAt,

        @Schema(description = "The principal that made it.", examples = "admin", readOnly = true)
        @Size(max = Names.PRINCIPAL)
        @Nullable
        String createdBy,

        @Schema(description = "When it was changed last.", readOnly = true) @Nullable
        Instant updatedAt,

        @Schema(description = "The principal that changed it last.", examples = "mira.holt", readOnly = true)
        @Size(max = Names.PRINCIPAL)
        @Nullable
        String updatedBy) {

    /** For the audit trail: all but the policy, which has entries of its own. */
    String summary() {
        return "%s; %s; %s"
                .formatted(
                        name,
                        Objects.requireNonNullElse(visibility, Visibility.INTERNAL)
                                .json(),
                        Boolean.TRUE.equals(archived) ? "archived" : "not archived");
    }

    /** For the audit trail: whether something but the policy differs. */
    boolean differsFrom(ProjectView other) {
        return !summary().equals(other.summary()) || !Objects.equals(description, other.description);
    }

    /** The members that the server owns and that are sent with another value than it has; null is left out. */
    List<FieldError> differing(@Nullable ProjectView present) {
        return new Owned()
                .same("/key", key, present == null ? key : present.key)
                .same("/version", version, present == null ? null : present.version)
                .same("/createdAt", createdAt, present == null ? null : present.createdAt)
                .same("/createdBy", createdBy, present == null ? null : present.createdBy)
                .same("/updatedAt", updatedAt, present == null ? null : present.updatedAt)
                .same("/updatedBy", updatedBy, present == null ? null : present.updatedBy)
                .errors();
    }
}
