package dev.docket.imports;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Template;
import dev.docket.project.ProjectPath;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path(ProjectPath.PATH + "/export")
@Produces(ImportsResource.ZIP)
@Tag(name = "Imports")
class ExportResource {

    private final Export export;
    private final Projects projects;
    private final Callers callers;

    ExportResource(Export export, Projects projects, Callers callers) {
        this.export = export;
        this.projects = projects;
        this.callers = callers;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "exportFiles",
            summary = "Export a project as Markdown files",
            description =
                    "A zip of adr/NNNN-title.md and rfc/NNNN-title.md, and an index.md of all with their status and "
                            + "links. A document that was imported and not changed since is its file again, byte for byte; any "
                            + "other is written in the template it came in, or in the one that is named.")
    @APIResponse(
            responseCode = "200",
            description = "The files.",
            content =
                    @Content(
                            mediaType = ImportsResource.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(
            @BeanParam ProjectPath project,
            @QueryParam("template")
                    @Parameter(
                            description = "The template to write all documents of its kind in.",
                            example = "adr-drivers",
                            schema = @Schema(maxLength = 50))
                    @Nullable
                    String template,
            @QueryParam("kind")
                    @Parameter(
                            description = "Only documents of this kind.",
                            example = "adr",
                            schema = @Schema(enumeration = {"adr", "rfc"}))
                    @Nullable
                    String kind) {
        Template named = ImportQuery.template(template);
        Kind only = ImportQuery.kind(kind);
        Standing standing = projects.standing(callers.current(), project.key());
        StreamingOutput zip = out -> export.write(standing.projectId(), standing.project(), only, named, out);
        return Response.ok(zip, ImportsResource.ZIP)
                .header("Content-Disposition", "attachment; filename=\"" + standing.project() + ".zip\"")
                .build();
    }
}
