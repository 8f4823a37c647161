package dev.docket.graph;

import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.project.ProjectPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ProjectPath.PATH + "/graph")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Graphs")
class ProjectGraphResource {

    private final Graphs graphs;

    ProjectGraphResource(Graphs graphs) {
        this.graphs = graphs;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "getProjectGraph",
            summary = "See how the documents of a project hang together",
            description = "The project's documents that match, those of other projects that they have to do with, and "
                    + "what they say about each other; of more than 2000 the newest.")
    public RestResponse<Graph> get(@BeanParam ProjectPath path, @BeanParam GraphQuery query) {
        return Drawing.json(graph(path, query));
    }

    @GET
    @Produces(Drawing.MERMAID + Drawing.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> mermaid(@BeanParam ProjectPath path, @BeanParam GraphQuery query) {
        return Drawing.text(Mermaid.of(graph(path, query)), Drawing.MERMAID);
    }

    @GET
    @Produces(Drawing.GRAPHVIZ + Drawing.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> graphviz(@BeanParam ProjectPath path, @BeanParam GraphQuery query) {
        return Drawing.text(Graphviz.of(graph(path, query)), Drawing.GRAPHVIZ);
    }

    private Graph graph(ProjectPath path, GraphQuery query) {
        return graphs.ofProject(path.key(), query.filter());
    }
}
