package dev.docket.document;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Message;
import dev.docket.api.Sent;
import dev.docket.document.content.Link;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DocumentPath.PATH + "/links")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links")
class LinksResource {

    private final PartsOf<Link> parts;
    private final Links links;
    private final Callers callers;

    LinksResource(Documents documents, Reader reader, Links links, Callers callers) {
        this.parts = new PartsOf<>(PartKind.LINKS, Link.class, documents, reader);
        this.links = links;
        this.callers = callers;
    }

    @GET
    @Transactional
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "list{Kind}Links",
            summary = "List the links of {a kind}",
            description =
                    "Its own, then those of other documents that point at it: such as the caller may read, at most 1000.")
    public PartList<LinkView> list(@BeanParam DocumentPath path, @BeanParam AtRevision at) {
        Address address = path.address();
        List<Link> own = parts.list(address, at.revision());
        return new PartList<>(Stream.concat(
                        own.stream().map(link -> LinkView.outgoing(address, link)),
                        links.incoming(address, callers.current()).stream())
                .toList());
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "add{Kind}Link",
            summary = "Add a link to {a kind}",
            description = "At the end of the list. No If-Match: two that add at the same time both succeed.")
    public RestResponse<Link> add(@BeanParam DocumentPath path, @BeanParam Message message, Link link) {
        return Answers.created(parts.add(path.address(), link, message.message()), path.address(), "links");
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_PROJECT)
    @Operation(
            operationId = "get{Kind}Link",
            summary = "Read a link of {a kind}",
            description =
                    "One of its own; its ETag is the revision that last changed it. With revision, as it was then.")
    public RestResponse<Link> get(@BeanParam PartPath path, @BeanParam AtRevision at) {
        return Answers.read(parts.get(path.address(), path.id, at.revision()), at.ifNoneMatch);
    }

    @DELETE
    @Path("/{id}")
    @Needs(Permission.EDIT_DOCUMENT)
    @Operation(
            operationId = "remove{Kind}Link",
            summary = "Remove a link from {a kind}",
            description = "What says supersedes, superseded-by or amends stays once the document is decided.")
    public void remove(@BeanParam PartPath path, @BeanParam Sent sent) {
        parts.remove(path.address(), path.id, sent);
    }
}
