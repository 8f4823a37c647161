package dev.docket.project;

import dev.docket.access.Account;
import dev.docket.access.AnyScope;
import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
class MeResource {

    private final Callers callers;
    private final Projects projects;

    MeResource(Callers callers, Projects projects) {
        this.callers = callers;
        this.projects = projects;
    }

    @GET
    @AnyScope
    @Needs(Permission.SEE_ONESELF)
    @Operation(
            operationId = "getMe",
            summary = "Who am I, and what may I do",
            description = "The principal that the token stands for, what the token may be used for, and the projects "
                    + "that the principal is a member of. A token of any scope may ask.")
    public MeView get() {
        Account account = callers.account();
        return MeView.of(
                account,
                projects.memberships(account.caller(), Page.MAX).stream()
                        .map(MeView.Membership::of)
                        .toList());
    }
}
