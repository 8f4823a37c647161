package dev.docket.catalog;

import dev.docket.api.Page;
import dev.docket.api.Parameters;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of every list of documents: repeated ones mean or, different ones mean and. */
public class ListParameters {

    private static final Pattern LABEL = Pattern.compile(Bounds.LABEL_PATTERN);
    private static final int MAX_WORDS = 500;
    private static final String SORTS = "number, updated, decided, title, relevance (with q) or review (with "
            + "reviewBefore), ascending; descending with a hyphen in front.";

    @QueryParam("status")
    @Parameter(description = "Only documents in this status, or one of these.", example = "[\"accepted\"]")
    List<String> status = List.of();

    @QueryParam("inForce")
    @Parameter(
            description = "true: only what holds now, accepted or implemented; false: only what does not.",
            example = "true")
    @Nullable
    Boolean inForce;

    @QueryParam("tag")
    @Parameter(description = "Only documents with this tag, or one of these.", example = "[\"storage\"]")
    List<String> tag = List.of();

    @QueryParam("component")
    @Parameter(description = "Only documents about this component, or one of these.", example = "[\"ledger\"]")
    List<String> component = List.of();

    @QueryParam("decider")
    @Parameter(
            description = "Only documents that name this decider, or one of these: the whole name, in any case.",
            example = "[\"Noor Haddad\"]")
    List<String> decider = List.of();

    @QueryParam("author")
    @Parameter(
            description = "Only documents of this author, or one of these: a principal that created the document or "
                    + "wrote what is judged in it, or a whole name in its author; in any case.",
            example = "[\"mira.holt\"]")
    List<String> author = List.of();

    @QueryParam("ref")
    @Parameter(
            description = "Only documents called so: payments/ADR-0042, ADR-42 or 42; with or without padding.",
            example = "[\"ADR-42\"]")
    List<String> ref = List.of();

    @QueryParam("q")
    @Parameter(
            description = "Words of the document, in web-search syntax: all of them, \"a phrase\", or, -not. English "
                    + "words are found in all their forms. A ref finds what is called so before all else.",
            example = "ledger month",
            schema = @Schema(maxLength = MAX_WORDS))
    @Nullable
    String q;

    @QueryParam("updatedSince")
    @Parameter(
            description = "Only documents whose newest revision was written then or later.",
            example = "2026-05-04T00:00:00Z")
    @Nullable
    OffsetDateTime updatedSince;

    @QueryParam("decidedFrom")
    @Parameter(
            description = "Only decided documents, neither draft nor proposed, whose date is this day or later.",
            example = "2026-01-01")
    @Nullable
    LocalDate decidedFrom;

    @QueryParam("decidedTo")
    @Parameter(
            description = "Only decided documents, neither draft nor proposed, whose date is this day or earlier.",
            example = "2026-12-31")
    @Nullable
    LocalDate decidedTo;

    @QueryParam("reviewBefore")
    @Parameter(description = "Only documents to be looked at again before this day.", example = "2027-01-01")
    @Nullable
    LocalDate reviewBefore;

    @QueryParam("asOf")
    @Parameter(
            description = "The list as it stood at that instant, of the revisions of then; with project, kind, status, "
                    + "inForce and tag only, by number.",
            example = "2026-05-04T00:00:00Z")
    @Nullable
    OffsetDateTime asOf;

    @QueryParam("sort")
    @Parameter(
            description = SORTS + " Left out, it follows from what is asked: relevance with q, review with "
                    + "reviewBefore, -updated with updatedSince, -decided with decidedFrom or decidedTo, else -number.",
            example = "-number",
            schema =
                    @Schema(
                            enumeration = {
                                "number",
                                "-number",
                                "updated",
                                "-updated",
                                "decided",
                                "-decided",
                                "title",
                                "-title",
                                "relevance",
                                "-relevance",
                                "review",
                                "-review"
                            }))
    @Nullable
    String sort;

    @QueryParam("view")
    @Parameter(
            description = "summary, or full for whole documents.",
            example = "summary",
            schema =
                    @Schema(
                            enumeration = {"summary", "full"},
                            defaultValue = "summary"))
    @Nullable
    String view;

    @QueryParam("facets")
    @Parameter(
            description = "Counts to add, parted by commas: status, tag, project.",
            example = "status,tag",
            schema = @Schema(pattern = "^(status|tag|project)(,(status|tag|project)){0,2}$"))
    @Nullable
    String facets;

    @QueryParam("limit")
    @Parameter(
            description = "How many items a page has: 50 when left out, at most 200.",
            example = "50",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "50"))
    @Nullable
    Long limit;

    @QueryParam("cursor")
    @Parameter(description = "nextCursor of the page before.", schema = @Schema(maxLength = 1000))
    @Nullable
    String cursor;

    @Context
    UriInfo uri;

    List<String> projects() {
        return List.of();
    }

    List<Kind> kinds() {
        return List.of();
    }

    int limit() {
        return Page.limit(limit == null ? null : (int) Math.max(0, Math.min(limit, Page.MAX)));
    }

    /** 400 where the answer is a stream of the whole list. */
    void refusePaging() {
        if (limit != null) {
            throw Parameters.bad("limit", "value", "a stream is the whole list");
        }
        if (facets != null) {
            throw Parameters.bad("facets", "value", "a stream has no facets");
        }
        if (uri.getQueryParameters().containsKey("since")) {
            throw Parameters.bad("since", "value", "changes come in pages");
        }
    }

    boolean whole() {
        return "full".equals(Parameters.oneOf("view", view, List.of("summary", "full")));
    }

    List<String> facets() {
        List<String> names = facets == null ? List.of() : List.of(facets.split(",", -1));
        Parameters.checked("facets", names, FacetCounts.NAMES::contains, "some of status, tag, project");
        return names.stream().distinct().toList();
    }

    Filter filter() {
        return new Filter(
                kinds(),
                statuses(),
                labels("tag", tag),
                labels("component", component),
                Parameters.checked("decider", decider, Bounds.LINE),
                Parameters.checked("author", author, Bounds.LINE),
                Parameters.checked("ref", ref, text -> Ref.parse(text) != null, "a ref such as ADR-42").stream()
                        .map(text -> Objects.requireNonNull(Ref.parse(text)))
                        .toList(),
                Parameters.at("updatedSince", updatedSince),
                Parameters.on("decidedFrom", decidedFrom),
                Parameters.on("decidedTo", decidedTo),
                Parameters.on("reviewBefore", reviewBefore),
                words());
    }

    private List<Status> statuses() {
        // Where no status is asked for, a range of days holds only what is decided anyway.
        boolean decided = (decidedFrom != null || decidedTo != null) && !(status.isEmpty() && inForce == null);
        return Parameters.constants("status", Status.class, status).stream()
                .filter(each -> inForce == null || inForce == each.inForce())
                .filter(each -> !decided || !each.open())
                .toList();
    }

    private static List<String> labels(String name, List<String> values) {
        return Parameters.checked(
                name,
                values,
                text -> text.length() <= Bounds.LABEL && LABEL.matcher(text).matches(),
                "lower-case kebab of at most %d characters".formatted(Bounds.LABEL));
    }

    private @Nullable String words() {
        if (q != null && q.length() > MAX_WORDS) {
            throw Parameters.bad("q", "too-long", "at most %d characters".formatted(MAX_WORDS));
        }
        return q == null || q.isBlank() ? null : q;
    }

    Order order() {
        List<String> known = Arrays.stream(Sort.values())
                .flatMap(each -> Stream.of(each.json(), "-" + each.json()))
                .toList();
        Order order = Order.of(Objects.requireNonNullElseGet(Parameters.oneOf("sort", sort, known), this::usual));
        if (order.sort() == Sort.RELEVANCE && words() == null) {
            throw Parameters.bad("sort", "value", "relevance goes with q only");
        }
        if (order.sort() == Sort.REVIEW && reviewBefore == null) {
            throw Parameters.bad("sort", "value", "review goes with reviewBefore only");
        }
        return order;
    }

    /** The instant of which the list is wanted; null: now. */
    @Nullable
    OffsetDateTime asOf() {
        if (asOf != null) {
            alone(
                    "asOf",
                    Set.of("asOf", "project", "kind", "status", "inForce", "tag", "sort", "view", "limit", "cursor"));
            if (order().sort() != Sort.NUMBER) {
                throw Parameters.bad("sort", "value", "number or -number with asOf");
            }
        }
        return Parameters.at("asOf", asOf);
    }

    /** 400 for what does not go with a parameter. */
    void alone(String name, Set<String> company) {
        uri.getQueryParameters().keySet().stream()
                .filter(other -> !company.contains(other))
                .findFirst()
                .ifPresent(other -> {
                    throw Parameters.bad(other, "value", "it does not go with " + name);
                });
    }

    private String usual() {
        if (words() != null) {
            return "relevance";
        }
        if (reviewBefore != null) {
            return "review";
        }
        if (updatedSince != null) {
            return "-updated";
        }
        return decidedFrom != null || decidedTo != null ? "-decided" : "-number";
    }
}
