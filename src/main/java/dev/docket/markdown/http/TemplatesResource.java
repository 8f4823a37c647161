package dev.docket.markdown.http;

import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.CanonicalJson;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import dev.docket.api.Tagged;
import dev.docket.markdown.Template;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(TemplatesResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Templates")
class TemplatesResource {

    static final String PATH = "/api/v1/templates";

    private static final int TAG_BYTES = 16;

    @GET
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "listTemplates",
            summary = "List the templates",
            description = "The Markdown dialects that documents are read and written in; all on one page.")
    public RestResponse<Page<TemplateView>> list(@BeanParam IfNoneMatch known) {
        return json(
                known,
                new Page<>(Template.all().stream().map(TemplateView::listed).toList(), null));
    }

    @GET
    @Path("/{template}")
    @Needs(Permission.LOOK_AROUND)
    @Operation(
            operationId = "getTemplate",
            summary = "Read a template",
            description = "With a blank: an empty document in it, to be filled and sent back.")
    public RestResponse<TemplateView> get(
            @PathParam("template")
                    @Parameter(
                            description = "The id of the template.",
                            example = "adr-drivers",
                            schema = @Schema(maxLength = 100))
                    String id,
            @BeanParam IfNoneMatch known) {
        return json(known, TemplateView.whole(find(id)));
    }

    @GET
    @Path("/{template}")
    @Produces(MarkdownText.MARKDOWN + MarkdownText.SECOND)
    @Operation(hidden = true)
    public RestResponse<String> blank(@PathParam("template") String id, @BeanParam IfNoneMatch known) {
        String blank = find(id).blank();
        return Tagged.read(
                known.tags(),
                tag(blank.getBytes(StandardCharsets.UTF_8)),
                MarkdownText.typed(MarkdownText.MARKDOWN),
                () -> blank);
    }

    private static Template find(String id) {
        return Template.of(id).orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such template."));
    }

    private static <T> RestResponse<T> json(IfNoneMatch known, T body) {
        String tag = tag(CanonicalJson.bytes(StrictJson.objectMapper().valueToTree(body)));
        return Tagged.read(known.tags(), tag, MediaType.APPLICATION_JSON, () -> body);
    }

    /** Of the content: it changes with a release only. */
    private static String tag(byte[] content) {
        return '"' + HexFormat.of().formatHex(CanonicalJson.sha256(content), 0, TAG_BYTES) + '"';
    }
}
