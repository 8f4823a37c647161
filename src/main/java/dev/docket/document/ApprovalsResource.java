package dev.docket.document;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Message;
import dev.docket.api.Sent;
import dev.docket.api.Violations;
import dev.docket.document.content.Approval;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.PATH + "/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
class ApprovalsResource {

    private static final Set<Permission> WITHDRAWING =
            EnumSet.of(Permission.ASK_APPROVAL, Permission.WITHDRAW_ANY_REQUEST);
    private static final Set<Permission> JUDGING = EnumSet.of(Permission.JUDGE, Permission.OVERRIDE_OBJECTION);

    private final PartsOf<Approval> approvals;
    private final Documents documents;
    private final Callers callers;
    private final Violations violations;

    ApprovalsResource(Documents documents, Reader reader, Callers callers, Violations violations) {
        this.approvals = new PartsOf<>(PartKind.APPROVALS, Approval.class, documents, reader);
        this.documents = documents;
        this.callers = callers;
        this.violations = violations;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Approvals",
            summary = "List the approvals of {a kind}",
            description = "All requests, with the verdicts given.")
    public PartList<Approval> list(@BeanParam DocumentPath path, @BeanParam AtRevision at) {
        return new PartList<>(approvals.list(path.address(), at.revision()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.ASK_APPROVAL)
    @Operation(
            operationId = "request{Kind}Approval",
            summary = "Ask for approval of {a kind}",
            description =
                    "Of a role, of a person, or of a person in a role; while the document is a draft or proposed.")
    public RestResponse<Approval> request(@BeanParam DocumentPath path, @BeanParam Message message, Approval request) {
        Documents.Write write =
                new Documents.Write(path.address(), Permission.ASK_APPROVAL, null, null, message.message());
        Held held = documents.change(write, (document, change) -> {
            violations.refuse(request);
            return Asking.request(document, request, change);
        });
        List<Approval> all = held.document().approvals();
        return Answers.created(all.get(all.size() - 1), path.address(), "approvals");
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Approval",
            summary = "Read an approval of {a kind}",
            description = "Its ETag is the revision that last changed it. With revision, as it was then.")
    public RestResponse<Approval> get(@BeanParam PartPath path, @BeanParam AtRevision at) {
        return Answers.read(approvals.get(path.address(), path.id, at.revision()), at.ifNoneMatch);
    }

    @DELETE
    @Path("/{id}")
    @Needs({Permission.ASK_APPROVAL, Permission.WITHDRAW_ANY_REQUEST})
    @Operation(
            operationId = "withdraw{Kind}Approval",
            summary = "Withdraw a request for approval",
            description = "Only while it is pending and not opened by the policy; by who asked, or a maintainer.")
    public void withdraw(@BeanParam PartPath path, @BeanParam Sent sent) {
        documents.change(toApproval(path, sent, WITHDRAWING), standing -> (document, change) -> {
            Approval approval = PartKind.APPROVALS.find(document, path.id);
            boolean own = callers.current().name().equals(approval.requestedBy());
            standing.permit(own ? Permission.ASK_APPROVAL : Permission.WITHDRAW_ANY_REQUEST);
            return Asking.withdraw(document, approval, change);
        });
    }

    @PUT
    @Path("/{id}/verdict")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs({Permission.JUDGE, Permission.OVERRIDE_OBJECTION})
    @Operation(
            operationId = "give{Kind}Verdict",
            summary = "Give a verdict on {a kind}",
            description = "On the revision that was read. The approval's own ETag goes into If-Match.")
    public RestResponse<Approval> judge(@BeanParam PartPath path, @BeanParam Sent sent, Verdict verdict) {
        Held held = documents.change(toApproval(path, sent, JUDGING), standing -> (document, change) -> {
            violations.refuse(verdict);
            return Verdicts.judge(document, PartKind.APPROVALS.find(document, path.id), verdict, standing, change);
        });
        return Answers.written(PartKind.APPROVALS.find(held.document(), path.id));
    }

    private static Documents.Write toApproval(PartPath path, Sent sent, Set<Permission> permissions) {
        return new Documents.Write(
                path.address(),
                permissions,
                sent.ifMatch,
                document -> PartKind.APPROVALS.version(document, path.id),
                sent.message());
    }
}
