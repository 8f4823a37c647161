package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Message;
import dev.docket.api.Patches;
import dev.docket.api.Sent;
import dev.docket.document.content.Risk;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.PATH + "/risks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Risks")
class RisksResource {

    private final PartsOf<Risk> risks;

    RisksResource(Documents documents, Reader reader) {
        this.risks = new PartsOf<>(PartKind.RISKS, Risk.class, documents, reader);
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Risks",
            summary = "List the risks of {a kind}",
            description = "All risks, in the order of the document.")
    public PartList<Risk> list(@BeanParam DocumentPath path, @BeanParam AtRevision at) {
        return new PartList<>(risks.list(path.address(), at.revision()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "add{Kind}Risk",
            summary = "Add a risk to {a kind}",
            description = "At the end of the list. No If-Match: two that add at the same time both succeed.")
    public RestResponse<Risk> add(@BeanParam DocumentPath path, @BeanParam Message message, Risk risk) {
        return Answers.created(risks.add(path.address(), risk, message.message()), path.address(), "risks");
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Risk",
            summary = "Read a risk of {a kind}",
            description = "Its ETag is the revision that last changed it. With revision, as it was then.")
    public RestResponse<Risk> get(@BeanParam PartPath path, @BeanParam AtRevision at) {
        return Answers.read(risks.get(path.address(), path.id, at.revision()), at.ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "replace{Kind}Risk",
            summary = "Replace a risk of {a kind}",
            description = "What the body leaves out is gone. Also a revision of the document.")
    public RestResponse<Risk> replace(@BeanParam PartPath path, @BeanParam Sent sent, Risk risk) {
        return Answers.written(risks.replace(path.address(), path.id, sent, risk));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({Patches.MERGE, Patches.JSON})
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "patch{Kind}Risk",
            summary = "Edit a risk of {a kind}",
            description =
                    "A JSON Merge Patch (RFC 7396) or a JSON Patch (RFC 6902) of it. Also a revision of the document.")
    public RestResponse<Risk> patch(
            @BeanParam PartPath path, @BeanParam Sent sent, @Context HttpHeaders headers, JsonNode patch) {
        return Answers.written(risks.patch(path.address(), path.id, sent, headers.getMediaType(), patch));
    }

    @DELETE
    @Path("/{id}")
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "remove{Kind}Risk",
            summary = "Remove a risk from {a kind}",
            description = "A risk of a decided document is closed, not removed.")
    public void remove(@BeanParam PartPath path, @BeanParam Sent sent) {
        risks.remove(path.address(), path.id, sent);
    }
}
