package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Message;
import dev.docket.api.Patches;
import dev.docket.api.Sent;
import dev.docket.document.content.Option;
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

@Path(DocumentPath.PATH + "/options")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Options")
class OptionsResource {

    private final PartsOf<Option> options;

    OptionsResource(Documents documents, Reader reader) {
        this.options = new PartsOf<>(PartKind.OPTIONS, Option.class, documents, reader);
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Options",
            summary = "List the options of {a kind}",
            description = "All options, in the order of the document.")
    public PartList<Option> list(@BeanParam DocumentPath path, @BeanParam AtRevision at) {
        return new PartList<>(options.list(path.address(), at.revision()));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "add{Kind}Option",
            summary = "Add an option to {a kind}",
            description = "At the end of the list. No If-Match: two that add at the same time both succeed.")
    public RestResponse<Option> add(@BeanParam DocumentPath path, @BeanParam Message message, Option option) {
        return Answers.created(options.add(path.address(), option, message.message()), path.address(), "options");
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Option",
            summary = "Read an option of {a kind}",
            description = "Its ETag is the revision that last changed it. With revision, as it was then.")
    public RestResponse<Option> get(@BeanParam PartPath path, @BeanParam AtRevision at) {
        return Answers.read(options.get(path.address(), path.id, at.revision()), at.ifNoneMatch);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "replace{Kind}Option",
            summary = "Replace an option of {a kind}",
            description = "What the body leaves out is gone. Also a revision of the document.")
    public RestResponse<Option> replace(@BeanParam PartPath path, @BeanParam Sent sent, Option option) {
        return Answers.written(options.replace(path.address(), path.id, sent, option));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({Patches.MERGE, Patches.JSON})
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "patch{Kind}Option",
            summary = "Edit an option of {a kind}",
            description =
                    "A JSON Merge Patch (RFC 7396) or a JSON Patch (RFC 6902) of it. Also a revision of the document.")
    public RestResponse<Option> patch(
            @BeanParam PartPath path, @BeanParam Sent sent, @Context HttpHeaders headers, JsonNode patch) {
        return Answers.written(options.patch(path.address(), path.id, sent, headers.getMediaType(), patch));
    }

    @DELETE
    @Path("/{id}")
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "remove{Kind}Option",
            summary = "Remove an option from {a kind}",
            description = "The chosen option cannot be removed; nor can any once the document is decided.")
    public void remove(@BeanParam PartPath path, @BeanParam Sent sent) {
        options.remove(path.address(), path.id, sent);
    }
}
