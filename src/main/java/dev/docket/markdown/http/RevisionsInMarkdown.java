package dev.docket.markdown.http;

import dev.docket.api.IfNoneMatch;
import dev.docket.document.AtRevision;
import dev.docket.document.DocumentPath;
import dev.docket.document.Originals;
import dev.docket.document.Reader;
import dev.docket.document.RevisionPath;
import dev.docket.markdown.Template;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The operations on revisions for whoever speaks Markdown; the contract has them with those for JSON. */
@Path(DocumentPath.PATH + "/revisions")
class RevisionsInMarkdown {

    private final Reader reader;
    private final Originals originals;

    RevisionsInMarkdown(Reader reader, Originals originals) {
        this.reader = reader;
        this.originals = originals;
    }

    @GET
    @Path("/{revision}")
    @Produces(MarkdownText.MARKDOWN + MarkdownText.SECOND)
    @Operation(hidden = true)
    public RestResponse<byte[]> get(
            @BeanParam RevisionPath path, @BeanParam InTemplate wanted, @BeanParam IfNoneMatch known) {
        Template template = wanted.of(path.address().kind());
        return Rendering.of(reader.read(path.address(), path.revision()), template)
                .answer(
                        known.tags(),
                        () -> template == null ? originals.bytes(path.address(), path.revision()) : Optional.empty());
    }

    @GET
    @Path("/{revision}/diff")
    @Produces(MarkdownText.DIFF + MarkdownText.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> diff(
            @BeanParam RevisionPath path, @BeanParam InTemplate wanted, @QueryParam("from") @Nullable String from) {
        Template named = wanted.of(path.address().kind());
        int start = Objects.requireNonNullElse(AtRevision.number("from", from), path.revision() - 1);
        Rendering after = Rendering.of(reader.read(path.address(), path.revision()), named);
        // Both in the template of the later one, or every line would differ.
        Rendering before = start == 0 ? null : Rendering.of(reader.read(path.address(), start), after.template());
        return ResponseBuilder.ok(diff(before, after), MarkdownText.typed(MarkdownText.DIFF))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static String diff(@Nullable Rendering before, Rendering after) {
        return before == null
                ? UnifiedDiff.of(null, "", after.name(), after.text())
                : UnifiedDiff.of(before.name(), before.text(), after.name(), after.text());
    }
}
