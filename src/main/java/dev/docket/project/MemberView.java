package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.access.Role;
import dev.docket.api.FieldError;
import dev.docket.api.Names;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Member", description = "The roles of a principal, or of everybody in a group, in a project.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MemberView(
        @Schema(
                description = "The principal, or group: and the name of a group; the one in the path.",
                examples = "mira.holt",
                readOnly = true)
        @Size(max = Names.MEMBER)
        @Pattern(regexp = Names.MEMBER_PATTERN)
        @Nullable
        String principal,

        @Schema(description = "What the member may do.", examples = "[\"author\", \"approver\"]", required = true)
        @Size(min = 1, max = 4)
        SortedSet<Role> roles,

        @Schema(
                description = "The policy roles held: those that the member judges for, given the role approver.",
                examples = "[\"security\"]")
        @Size(max = POLICY_ROLES)
        SortedSet<@Size(max = Names.ROLE) @Pattern(regexp = Names.ROLE_PATTERN) String> policyRoles,

        @Schema(
                description = "Differs from every version that a member of this project ever had before; its ETag.",
                examples = "7",
                readOnly = true)
        @Min(1)
        @Nullable
        Integer version) {

    static final int POLICY_ROLES = 20;

    @JsonCreator
    static MemberView of(
            @JsonProperty("principal") @Nullable String principal,
            @JsonProperty("roles") @Nullable SortedSet<Role> roles,
            @JsonProperty("policyRoles") @Nullable SortedSet<String> policyRoles,
            @JsonProperty("version") @Nullable Integer version) {
        return new MemberView(
                principal,
                Objects.requireNonNullElseGet(roles, TreeSet::new),
                Objects.requireNonNullElseGet(policyRoles, TreeSet::new),
                version);
    }

    /** For the audit trail. */
    String summary() {
        return "roles %s; policy roles %s"
                .formatted(
                        roles.stream().map(Role::json).collect(Collectors.joining(", ")),
                        policyRoles.isEmpty() ? "none" : String.join(", ", policyRoles));
    }

    /** The members that the server owns and that are sent with another value than it has. */
    List<FieldError> differing(String name, @Nullable Integer present) {
        return new Owned()
                .same("/principal", principal, name)
                .same("/version", version, present)
                .errors();
    }
}
