package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.access.Account;
import dev.docket.access.Caller;
import dev.docket.access.GlobalRole;
import dev.docket.access.Permission;
import dev.docket.access.PrincipalKind;
import dev.docket.access.Role;
import dev.docket.access.Scope;
import dev.docket.api.Names;
import dev.docket.api.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Me", description = "The principal that asks, and what it may do with the token it asks with.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeView(
        @Schema(
                description = "Its name.",
                examples = "mira.holt",
                maxLength = Names.PRINCIPAL,
                pattern = Names.PRINCIPAL_PATTERN,
                required = true)
        String name,

        @Schema(description = "Whether it is a person or a program.", required = true)
        PrincipalKind kind,

        @Schema(description = "How people call it.", examples = "Mira Holt", maxLength = 200) @Nullable
        String displayName,

        @Schema(description = "Its roles in all projects.", examples = "[]", maxItems = 2, required = true)
        SortedSet<GlobalRole> globalRoles,

        @Schema(
                description = "The groups of the identity provider that it is in, as far as is known.",
                examples = "[\"architects\"]",
                maxItems = Caller.GROUPS,
                required = true)
        SortedSet<String> groups,

        @Schema(
                description = "What the token may be used for.",
                examples = "[\"read\", \"write\"]",
                maxItems = 3,
                required = true)
        SortedSet<Scope> scopes,

        @Schema(description = "The id of the token, where it is one of Docket's own.", examples = "17", minimum = "1")
        @Nullable
        Long tokenId,

        @Schema(description = "From when on the token no longer works; absent if it always will.") @Nullable
        Instant expiresAt,

        @Schema(
                description = "The projects it is a member of, by itself or by a group, by key; the first 200 of them.",
                maxItems = Page.MAX,
                required = true)
        List<Membership> memberships) {

    static MeView of(Account account, List<Membership> memberships) {
        return new MeView(
                account.caller().name(),
                account.kind(),
                account.displayName(),
                new TreeSet<>(account.caller().globalRoles()),
                new TreeSet<>(account.caller().groups()),
                new TreeSet<>(account.caller().scopes()),
                account.tokenId(),
                account.expiresAt(),
                memberships);
    }

    @Schema(
            name = "Membership",
            description = "What a principal is in a project, by itself and by its groups, and what it may do there.")
    record Membership(
            @Schema(
                    description = "The project's key.",
                    examples = "payments",
                    maxLength = Names.PROJECT,
                    pattern = Names.PROJECT_PATTERN,
                    required = true)
            String project,

            @Schema(description = "Whether the project can be read only.", required = true)
            boolean archived,

            @Schema(description = "Its roles there.", examples = "[\"author\"]", maxItems = 4, required = true)
            SortedSet<Role> roles,

            @Schema(
                    description = "Its policy roles there.",
                    examples = "[\"security\"]",
                    maxItems = MemberView.POLICY_ROLES * (1 + Caller.GROUPS),
                    required = true)
            SortedSet<String> policyRoles,

            @Schema(
                    description = "What it may do there with this token, were the project not archived.",
                    examples = "[\"read-project\"]",
                    maxItems = 50,
                    required = true)
            List<Permission> permissions) {

        static Membership of(Standing standing) {
            return new Membership(
                    standing.project(),
                    standing.archived(),
                    new TreeSet<>(standing.roles()),
                    new TreeSet<>(standing.policyRoles()),
                    Arrays.stream(Permission.values())
                            .filter(Permission::ofProject)
                            .filter(standing::may)
                            .toList());
        }
    }
}
