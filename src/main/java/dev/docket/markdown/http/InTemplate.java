package dev.docket.markdown.http;

import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Template;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The template that Markdown is to be read or written in. */
public class InTemplate {

    @QueryParam("template")
    @Nullable
    String template;

    /** The template that was named, null where none was; 400 where there is none of that kind. */
    @Nullable
    Template of(Kind kind) {
        if (template == null) {
            return null;
        }
        Template named = Template.of(template).orElseThrow(() -> bad("unknown", "there is no such template"));
        if (named.kind() != kind) {
            throw bad("other-kind", "it is a template for an " + named.kind().prefix());
        }
        return named;
    }

    private static RuntimeException bad(String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "The template cannot be used; GET /api/v1/templates lists them.",
                List.of(FieldError.in("template", code, detail)));
    }
}
