package dev.docket.markdown.http;

import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Message;
import dev.docket.document.Address;
import dev.docket.document.Answers;
import dev.docket.document.DocumentPath;
import dev.docket.document.Originals;
import dev.docket.document.Reader;
import dev.docket.document.Stored;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Hint;
import dev.docket.markdown.Markdown;
import dev.docket.markdown.Template;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The operations on documents for whoever speaks Markdown; the contract has them with those for JSON. */
@Path(DocumentPath.LIST)
class DocumentsInMarkdown {

    private final Reader reader;
    private final Originals originals;
    private final Proposals proposals;

    DocumentsInMarkdown(Reader reader, Originals originals, Proposals proposals) {
        this.reader = reader;
        this.originals = originals;
        this.proposals = proposals;
    }

    @GET
    @Path("/{number}")
    @Produces(MarkdownText.MARKDOWN + MarkdownText.SECOND)
    @Operation(hidden = true)
    public RestResponse<byte[]> get(
            @BeanParam DocumentPath path, @BeanParam InTemplate wanted, @BeanParam IfNoneMatch known) {
        Template template = wanted.of(path.address().kind());
        Stored stored = reader.read(path.address());
        return Rendering.of(stored, template)
                .answer(known.tags(), () -> original(template, path.address(), stored.revision()));
    }

    /** In no template but its own is a document the file that it came from. */
    private Optional<byte[]> original(@Nullable Template named, Address address, int revision) {
        return named == null ? originals.bytes(address, revision) : Optional.empty();
    }

    @POST
    @Idempotent
    @Consumes(MarkdownText.MARKDOWN)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Permission.CREATE_DOCUMENT)
    @Operation(hidden = true)
    public RestResponse<byte[]> create(
            @PathParam("project") String project,
            @PathParam("kind") String segment,
            @BeanParam InTemplate written,
            @BeanParam Message message,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        Kind kind = DocumentPath.kind(segment);
        Template template = written.of(kind);
        String text = MarkdownText.read(headers.getMediaType(), body);
        Hint hint = new Hint(kind, template == null ? null : template.id(), null);
        return Answers.created(proposals.create(kind, project, Markdown.read(text, hint), message.message()));
    }
}
