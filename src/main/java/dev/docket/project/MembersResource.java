package dev.docket.project;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.IfMatch;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.Tagged;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ProjectPath.PATH + "/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class MembersResource {

    private final Callers callers;
    private final Members members;

    MembersResource(Callers callers, Members members) {
        this.callers = callers;
        this.members = members;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "listMembers",
            summary = "List the members of a project",
            description = "With the roles that each holds, by name.")
    public Page<MemberView> list(@BeanParam ProjectPath path, @BeanParam Paging paging) {
        return members.list(callers.current(), path.key(), paging);
    }

    @GET
    @Path("/{principal}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "getMember",
            summary = "Read a member of a project",
            description = "The roles that a principal holds there.")
    public RestResponse<MemberView> get(@BeanParam MemberPath path, @BeanParam IfNoneMatch known) {
        MemberView member = members.get(callers.current(), path.key(), path.principal);
        return Tagged.read(known.tags(), version(member), member);
    }

    @PUT
    @Path("/{principal}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_MEMBERS)
    @Operation(
            operationId = "putMember",
            summary = "Make a principal a member, or give a member other roles",
            description = "For maintainers, with the scope admin. If-None-Match: * makes a member, also of a principal "
                    + "that never signed in yet; If-Match changes one. The member group:name stands for everybody "
                    + "whom the identity provider says to be in that group: they hold its roles beside their own.")
    @APIResponse(
            responseCode = "200",
            description = "The member has these roles now.",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The principal is a member now.",
            content = @Content(schema = @Schema(implementation = MemberView.class)))
    public RestResponse<MemberView> put(
            @BeanParam MemberPath path, @BeanParam PutConditions conditions, MemberView wanted) {
        Members.Put put = members.put(callers.current(), path.key(), path.principal, conditions, wanted);
        return put.created()
                ? Tagged.created(path(path), version(put.member()), put.member())
                : Tagged.changed(version(put.member()), put.member());
    }

    @DELETE
    @Path("/{principal}")
    @Needs(Permission.MANAGE_MEMBERS)
    @Operation(
            operationId = "removeMember",
            summary = "End a membership",
            description = "For maintainers, with the scope admin. Nobody has to remain: an admin is a maintainer of "
                    + "every project.")
    public void remove(@BeanParam MemberPath path, @BeanParam IfMatch match) {
        members.remove(callers.current(), path.key(), path.principal, match.tags());
    }

    private static String path(MemberPath path) {
        return "/api/v1/projects/" + path.key() + "/members/" + path.principal;
    }

    private static int version(MemberView member) {
        return Objects.requireNonNull(member.version());
    }
}
