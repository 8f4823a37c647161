package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.IfMatch;
import dev.docket.api.Page;
import dev.docket.api.StrictJson;
import dev.docket.api.Tagged;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

@Path(DocumentPath.PATH + "/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Revisions")
class RevisionsResource {

    private final Revisions revisions;
    private final Reader reader;
    private final Redactions redactions;

    RevisionsResource(Revisions revisions, Reader reader, Redactions redactions) {
        this.revisions = revisions;
        this.reader = reader;
        this.redactions = redactions;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Revisions",
            summary = "List the revisions of {a kind}",
            description = "Newest first, without their content.")
    public Page<RevisionView> list(
            @BeanParam DocumentPath path,
            @QueryParam("limit")
                    @Parameter(
                            description = "How many items a page has: 50 when left out, at most 200.",
                            example = "50",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "50"))
                    @Nullable
                    String limit,
            @QueryParam("cursor")
                    @Parameter(description = "nextCursor of the page before.", schema = @Schema(maxLength = 1000))
                    @Nullable
                    String cursor) {
        return revisions.list(path.address(), cursor, AtRevision.number("limit", limit));
    }

    @GET
    @Path("/{revision}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Revision",
            summary = "Read a revision of {a kind}",
            description = "The exact document as it was, byte for byte. It never changes.")
    public RestResponse<byte[]> get(
            @BeanParam RevisionPath path,
            @HeaderParam("If-None-Match")
                    @Parameter(
                            description = "The ETag that the caller has: 304 when nothing is newer.",
                            example = "\"3\"",
                            schema = @Schema(maxLength = 1000))
                    @Nullable
                    String ifNoneMatch) {
        return Answers.read(reader.read(path.address(), path.revision()), ifNoneMatch);
    }

    @POST
    @Idempotent
    @Path("/{revision}/redaction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.REDACT)
    @Operation(
            operationId = "redact{Kind}Revision",
            summary = "Remove the content of a revision of {a kind}",
            description = "For admins, with the scope admin: a pasted password, a court order. The content is gone for "
                    + "good, from the log and from all that was made of it; hashes, actor and reason stay, and the log "
                    + "verifies as before. Reading the revision is 410 from then on. The newest revision is 409: write a "
                    + "newer one without it first, and redact each revision that has it. If-Match names the document.")
    public RestResponse<RedactionView> redact(
            @BeanParam RevisionPath path, @BeanParam IfMatch match, RedactionRequest request) {
        Redactions.Done done = redactions.redact(path.address(), path.revision(), match.tags(), request);
        return Tagged.changed(done.newest(), done.redaction());
    }

    @GET
    @Path("/{revision}/diff")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "diff{Kind}Revisions",
            summary = "Compare two revisions of {a kind}",
            description = "A JSON Patch (RFC 6902) that makes this revision of the other one.")
    public RestResponse<JsonNode> diff(
            @BeanParam RevisionPath path,
            @QueryParam("from")
                    @Parameter(
                            description =
                                    "The revision to start from; the one before when left out, an empty document for the first.",
                            example = "1",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
                    @Nullable
                    String from) {
        int to = path.revision();
        int start = Objects.requireNonNullElse(AtRevision.number("from", from), to - 1);
        JsonNode source = start == 0 ? StrictJson.objectMapper().createObjectNode() : tree(path, start);
        return ResponseBuilder.ok(JsonDiff.asJson(source, tree(path, to)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private JsonNode tree(RevisionPath path, int revision) {
        return StrictJson.tree(reader.read(path.address(), revision).bytes());
    }
}
