package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Message;
import dev.docket.api.Names;
import dev.docket.api.Patches;
import dev.docket.api.Sent;
import dev.docket.document.content.Kind;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path(DocumentPath.LIST)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
class DocumentsResource {

    private final Documents documents;
    private final Reader reader;

    DocumentsResource(Documents documents, Reader reader) {
        this.documents = documents;
        this.reader = reader;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.CREATE_DOCUMENT)
    @Operation(
            operationId = "create{Kind}",
            summary = "Create {a kind}",
            description =
                    "A title is enough. It is proposed where the problem is stated, else a draft, unless status says which. It gets the project's next number.")
    public RestResponse<byte[]> create(
            @PathParam("project")
                    @Parameter(
                            description = "The key of the project.",
                            example = "payments",
                            schema = @Schema(pattern = Names.PROJECT_PATTERN, maxLength = Names.PROJECT))
                    String project,
            @PathParam("kind") @Parameter(hidden = true) String kind,
            @BeanParam Message message,
            JsonNode body) {
        Kind of = DocumentPath.kind(kind);
        Held created = documents.create(of, project, Draft.read(of, body), null, message.message());
        return Answers.created(created);
    }

    @GET
    @Path("/{number}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}",
            summary = "Read {a kind}",
            description = "The newest revision, byte for byte as it was written.")
    public RestResponse<byte[]> get(
            @BeanParam DocumentPath path,
            @HeaderParam("If-None-Match")
                    @Parameter(
                            description = "The ETag that the caller has: 304 when nothing is newer.",
                            example = "\"3\"",
                            schema = @Schema(maxLength = 1000))
                    @Nullable
                    String ifNoneMatch) {
        return Answers.read(reader.read(path.address()), ifNoneMatch);
    }

    @PUT
    @Path("/{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "replace{Kind}",
            summary = "Replace what {a kind} says",
            description =
                    "What the body leaves out is gone. Server-owned members may be sent back unchanged. Without a difference there is no new revision.")
    public RestResponse<byte[]> replace(@BeanParam DocumentPath path, @BeanParam Sent sent, JsonNode body) {
        Address address = path.address();
        Draft draft = Draft.read(address.kind(), body);
        return Answers.written(documents
                .change(write(address, sent), documents.edit(document -> draft))
                .stored());
    }

    @PATCH
    @Path("/{number}")
    @Consumes({Patches.MERGE, Patches.JSON})
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "patch{Kind}",
            summary = "Edit {a kind}",
            description =
                    "A JSON Merge Patch (RFC 7396) or a JSON Patch (RFC 6902) of the document; all of it is done, or nothing.")
    public RestResponse<byte[]> patch(
            @BeanParam DocumentPath path, @BeanParam Sent sent, @Context HttpHeaders headers, JsonNode patch) {
        Address address = path.address();
        MediaType type = headers.getMediaType();
        return Answers.written(documents
                .change(
                        write(address, sent),
                        documents.edit(
                                document -> Draft.read(address.kind(), Patches.apply(type, patch, document.json()))))
                .stored());
    }

    private static Documents.Write write(Address address, Sent sent) {
        return new Documents.Write(address, Permission.EDIT_DOCUMENT, sent.ifMatch, Document::revision, sent.message());
    }
}
