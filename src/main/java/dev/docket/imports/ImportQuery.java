package dev.docket.imports;

import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Template;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What is asked of an import. */
public class ImportQuery {

    @QueryParam("path")
    @Parameter(
            description = "The path of a single file: what it is known by when it is imported again.",
            example = "docs/adr/0012-use-postgresql.md",
            schema = @Schema(maxLength = Limits.PATH))
    @Nullable
    String path;

    @QueryParam("kind")
    @Parameter(
            description = "The kind of all files; without it each is of the kind that it looks like.",
            example = "adr",
            schema = @Schema(enumeration = {"adr", "rfc"}))
    @Nullable
    String kind;

    @QueryParam("template")
    @Parameter(
            description = "The template that all files are written in; without it each is read as what it looks like.",
            example = "adr-drivers",
            schema = @Schema(maxLength = 50))
    @Nullable
    String template;

    @QueryParam("dryRun")
    @Parameter(description = "Whether only to report what an import would do.", example = "true")
    @Nullable
    Boolean dryRun;

    @Nullable
    String path() {
        return path;
    }

    /** 400 for a kind or a template that there is not. */
    Jobs.Wanted wanted() {
        Kind wanted = kind(kind);
        Template named = template(template);
        if (named != null && wanted != null && named.kind() != wanted) {
            throw bad("template", "it is a template of the other kind");
        }
        return new Jobs.Wanted(
                named == null ? wanted : named.kind(), template, Objects.requireNonNullElse(dryRun, false));
    }

    static @Nullable Kind kind(@Nullable String kind) {
        if (kind != null && !Set.of("adr", "rfc").contains(kind)) {
            throw bad("kind", "adr or rfc");
        }
        return kind == null ? null : Kind.of(kind);
    }

    static @Nullable Template template(@Nullable String template) {
        return template == null
                ? null
                : Template.of(template).orElseThrow(() -> bad("template", "there is no template of that id"));
    }

    private static RuntimeException bad(String parameter, String detail) {
        return ProblemType.UNREADABLE.because(
                "It cannot be asked so.", List.of(FieldError.in(parameter, "value", detail)));
    }
}
