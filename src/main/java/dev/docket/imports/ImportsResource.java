package dev.docket.imports;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.ProblemType;
import dev.docket.project.ProjectPath;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path(ProjectPath.PATH + "/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
class ImportsResource {

    static final String MARKDOWN = "text/markdown";
    static final String ZIP = "application/zip";
    static final String GZIP = "application/gzip";

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private final Reception reception;
    private final Reports reports;
    private final Projects projects;
    private final Callers callers;

    ImportsResource(Reception reception, Reports reports, Projects projects, Callers callers) {
        this.reception = reception;
        this.reports = reports;
        this.projects = projects;
        this.callers = callers;
    }

    @POST
    @Idempotent(seconds = 60)
    @Consumes({MARKDOWN, ZIP, GZIP})
    @Needs(Permission.IMPORT)
    @Operation(
            operationId = "importFiles",
            summary = "Import Markdown files",
            description =
                    "One file, or a folder as a zip or a packed tar: at most 5,000 files of at most 1 MiB, 64 MiB in "
                            + "all. The work goes on after the answer, each file whole or not at all; the import says how far it is. "
                            + "The same folder again changes nothing. A changed file revises its document, unless that was edited "
                            + "here: that is a conflict, and nothing is written. Takes the role maintainer.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = MARKDOWN, schema = @Schema(type = SchemaType.STRING, maxLength = Limits.FILE)),
                @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = GZIP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "Taken in; the import is under way.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the import says how far it is.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 2_000)),
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response post(
            @BeanParam ProjectPath project,
            @BeanParam ImportQuery query,
            @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable MediaType type,
            InputStream body)
            throws IOException {
        if (type == null) {
            throw ProblemType.UNSUPPORTED_MEDIA_TYPE.because("The body has no media type.");
        }
        Jobs.Wanted wanted = query.wanted();
        Standing standing = reception.standing(project.key());
        Reception.Received received = switch (type.getType() + "/" + type.getSubtype()) {
            case ZIP -> reception.zip(standing, wanted, body);
            case GZIP -> reception.tar(standing, wanted, body);
            default -> reception.file(standing, wanted, body, query.path());
        };
        URI location =
                URI.create(ProjectPath.PATH.replace("{project}", standing.project()) + "/imports/" + received.id());
        return Response.status(Response.Status.ACCEPTED)
                .location(location)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(report(received.projectId(), received.id()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "getImport",
            summary = "Read how far an import is",
            description = "Its progress, and one line for each file that is done: at most 5,000, all in one answer.")
    @APIResponse(
            responseCode = "200",
            description = "The import as it stands.",
            content = @Content(schema = @Schema(implementation = ImportView.class)))
    public Response get(
            @BeanParam ProjectPath project,
            @PathParam("id")
                    @Parameter(
                            description = "The import's id.",
                            example = "17",
                            schema = @Schema(pattern = "^[1-9][0-9]{0,17}$", maxLength = 18))
                    String id) {
        Standing standing = projects.standing(callers.current(), project.key());
        if (!ID.matcher(id).matches()) {
            throw ProblemType.NOT_FOUND.because("There is no such import in this project.");
        }
        return Response.ok(report(standing.projectId(), Long.parseLong(id)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** What can be refused is refused before the first byte is written. */
    private StreamingOutput report(long projectId, long id) {
        ImportView head = reports.head(projectId, id);
        return out -> reports.write(head, out);
    }
}
