package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.api.Names;
import dev.docket.api.Page;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of documents. */
public class ListQuery {

    private static final Set<String> KNOWN = Set.of("status", "tag", "q", "limit", "cursor");
    private static final Pattern LABEL = Pattern.compile(Bounds.LABEL_PATTERN);
    private static final int MAX_WORDS = 500;
    private static final int MAX_REPEATED = 50;

    @PathParam("project")
    @Parameter(
            description = "The key of the project.",
            example = "payments",
            schema = @Schema(pattern = Names.PROJECT_PATTERN, maxLength = Names.PROJECT))
    String project = "";

    @PathParam("kind")
    @Parameter(hidden = true)
    String kind = "";

    @QueryParam("status")
    @Parameter(description = "Only documents in this status, or one of these.", example = "[\"accepted\"]")
    List<String> status = List.of();

    @QueryParam("tag")
    @Parameter(description = "Only documents with this tag, or one of these.", example = "[\"storage\"]")
    List<String> tag = List.of();

    @QueryParam("q")
    @Parameter(
            description = "Words of the title, in web-search syntax: all of them, \"a phrase\", or, -not.",
            example = "ledger month",
            schema = @Schema(maxLength = MAX_WORDS))
    @Nullable
    String q;

    @QueryParam("limit")
    @Parameter(
            description = "How many items a page has: 50 when left out, at most 200.",
            example = "50",
            schema =
                    @Schema(
                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER,
                            minimum = "1",
                            defaultValue = "50"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before.", schema = @Schema(maxLength = 1000))
    @Nullable
    String cursor;

    @Context
    UriInfo uri;

    String project() {
        return project;
    }

    Kind kind() {
        return DocumentPath.kind(kind);
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    @Nullable
    String words() {
        if (q != null && (q.length() > MAX_WORDS || q.indexOf(0) >= 0)) {
            throw bad("q", "too-long", "at most 500 characters, and no NUL");
        }
        return q == null || q.isBlank() ? null : q;
    }

    @Nullable
    Integer limit() {
        refuseUnknown();
        try {
            return limit == null ? null : Integer.valueOf(limit);
        } catch (NumberFormatException e) {
            throw bad("limit", "type", "a whole number");
        }
    }

    List<String> statuses() {
        return checked(
                "status",
                status,
                text -> Arrays.stream(Status.values())
                        .anyMatch(each -> each.json().equals(text)));
    }

    List<String> tags() {
        return checked(
                "tag",
                tag,
                text -> text.length() <= Bounds.LABEL && LABEL.matcher(text).matches());
    }

    /** The filter in a text that differs when it does. */
    String filter() {
        return kind + " " + statuses() + " " + tags() + " " + words();
    }

    /** The page with the link to the next one (RFC 8288). */
    RestResponse<Page<Summary>> answer(Page<Summary> page) {
        ResponseBuilder<Page<Summary>> answer = ResponseBuilder.ok(page);
        if (page.nextCursor() != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build()
                    .toString();
            answer.header("Link", "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private void refuseUnknown() {
        uri.getQueryParameters().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw bad(name, "unknown", "there is no such parameter here");
                });
    }

    private static List<String> checked(String name, List<String> values, java.util.function.Predicate<String> valid) {
        if (values.size() > MAX_REPEATED || !values.stream().allMatch(valid)) {
            throw bad(name, "value", "no such value, or more than 50 of them");
        }
        return values;
    }

    private static RuntimeException bad(String parameter, String code, String detail) {
        return ProblemType.UNREADABLE.because(
                "The list cannot be asked so.", List.of(FieldError.in(parameter, code, detail)));
    }
}
