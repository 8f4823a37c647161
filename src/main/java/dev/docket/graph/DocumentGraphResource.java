package dev.docket.graph;

import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.document.DocumentPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.PATH + "/graph")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Graphs")
class DocumentGraphResource {

    private final Graphs graphs;

    DocumentGraphResource(Graphs graphs) {
        this.graphs = graphs;
    }

    @GET
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Graph",
            summary = "See what {a kind} has to do with others",
            description = "The document, what matches and is at most depth edges away, of whatever project, and what "
                    + "they say about each other; of more than 2000 the nearest. What rests on a decision: "
                    + "direction=in&rel=depends-on&rel=implements&rel=amends.")
    public RestResponse<Graph> get(@BeanParam DocumentPath path, @BeanParam NearQuery query) {
        return Drawing.json(graph(path, query));
    }

    @GET
    @Produces(Drawing.MERMAID + Drawing.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> mermaid(@BeanParam DocumentPath path, @BeanParam NearQuery query) {
        return Drawing.text(Mermaid.of(graph(path, query)), Drawing.MERMAID);
    }

    @GET
    @Produces(Drawing.GRAPHVIZ + Drawing.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> graphviz(@BeanParam DocumentPath path, @BeanParam NearQuery query) {
        return Drawing.text(Graphviz.of(graph(path, query)), Drawing.GRAPHVIZ);
    }

    private Graph graph(DocumentPath path, NearQuery query) {
        return graphs.around(path.address(), query.filter(), query.direction(), query.depth());
    }
}
