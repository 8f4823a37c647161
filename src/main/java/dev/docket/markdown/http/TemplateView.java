package dev.docket.markdown.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Template;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Template", description = "A Markdown dialect that documents are read and written in.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateView(
        @Schema(
                description = "What template takes as a parameter.",
                examples = "adr-drivers",
                required = true,
                maxLength = 100)
        String id,

        @Schema(description = "Which documents can be written in it.", required = true)
        Kind kind,

        @Schema(
                description = "What people call it.",
                examples = "ADR with decision drivers",
                required = true,
                maxLength = 300)
        String name,

        @Schema(
                description = "What it is and where it comes from.",
                examples = "One problem, its drivers and options, and the outcome.",
                required = true,
                maxLength = 10_000)
        String description,

        @Schema(description = "Where to go from here.", required = true)
        Links links,

        @Schema(
                description = "An empty document in it, to be filled and sent back; not in the list.",
                examples = "# Title\n\n## Context and Problem Statement\n",
                maxLength = 200_000)
        @Nullable
        String blank) {

    @Schema(name = "TemplateLinks", description = "Where to go from a template.")
    record Links(
            @Schema(
                    description = "The template itself, with its blank.",
                    examples = "/api/v1/templates/adr-drivers",
                    format = "uri-reference",
                    required = true,
                    maxLength = 2_000)
            String self) {}

    /** As it stands in the list. */
    static TemplateView listed(Template template) {
        return of(template, null);
    }

    /** With its blank. */
    static TemplateView whole(Template template) {
        return of(template, template.blank());
    }

    private static TemplateView of(Template template, @Nullable String blank) {
        return new TemplateView(
                template.id(),
                template.kind(),
                template.name(),
                template.description(),
                new Links(TemplatesResource.PATH + "/" + template.id()),
                blank);
    }
}
