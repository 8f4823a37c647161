package dev.docket.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Problems")
class ProblemsResource {

    @Schema(name = "ProblemPage", description = "What one type of problem means.")
    record Page(
            @Schema(description = "The type of the problem.", examples = "/problems/not-found", required = true)
            String type,

            @Schema(description = "The kind of problem in a few words.", examples = "Nothing here", required = true)
            String title,

            @Schema(description = "The HTTP status it comes with.", examples = "404", required = true)
            int status,

            @Schema(
                    description = "What it means and what to do.",
                    examples = "There is nothing at this address, or nothing that you may read.",
                    required = true)
            String explanation) {

        static Page of(ProblemType type) {
            return new Page(type.uri().toString(), type.title(), type.status(), type.explanation());
        }
    }

    @GET
    @Operation(
            operationId = "listProblems",
            summary = "List every type of problem",
            description = "The catalogue of all problems that any operation can answer with. Needs no token.")
    public List<Page> list() {
        return Arrays.stream(ProblemType.values()).map(Page::of).toList();
    }

    @GET
    @Path("/{slug}")
    @Operation(
            operationId = "getProblem",
            summary = "Explain a type of problem",
            description = "The page that the type of a problem document points to. Needs no token.")
    public Page get(
            @Parameter(description = "The last part of the type.", example = "not-found") @PathParam("slug")
                    String slug) {
        return ProblemType.ofSlug(slug)
                .map(Page::of)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such type of problem."));
    }
}
