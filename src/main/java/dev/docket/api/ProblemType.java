package dev.docket.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The catalogue of problems: every {@code type} a problem document of Docket can carry (RFC 9457, section 3.1.1). */
public enum ProblemType {
    UNAUTHENTICATED(
            401, "Sign in first", "The request has no bearer token, or one that is unknown, expired or revoked."),
    FORBIDDEN(403, "Not yours to do", "You may see this, but none of your roles allows what you asked for."),
    NOT_FOUND(404, "Nothing here", "There is nothing at this address, or nothing that you may read."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "This resource does not know the method; Allow lists what it knows."),
    NOT_ACCEPTABLE(406, "Not acceptable", "None of the media types in Accept can be served here."),
    CONFLICT(409, "Conflict", "The request is right in itself, but not in the present state of the resource."),
    BLOCKED(
            409,
            "The move is blocked",
            "The document cannot take that status now. blockers says what stands in the way, open which statuses can be reached."),
    FROZEN(
            409,
            "A decided document is frozen",
            "What approvers judged cannot change once the document is decided. Write a new document that supersedes it."),
    STALE_REVISION(
            409,
            "The document has changed",
            "The revision you judged is older than the last change of judged content. Read it again."),
    TAKEN(409, "Already taken", "Something of that name exists already."),
    ARCHIVED(409, "The project is archived", "An archived project can be read, not changed."),
    REDACTED(
            410,
            "The content was removed",
            "An admin removed the content of this revision. Who, when and why stays, and so do its hashes: see the list of revisions."),
    CURSOR_TOO_OLD(
            410,
            "That part of the feed is gone",
            "Events as old as the cursor are no longer kept. oldest and newest are cursors to start again with."),
    PRECONDITION_FAILED(
            412,
            "Changed meanwhile",
            "The resource has another version than If-Match names. Read it again; ETag is the version it has now."),
    PAYLOAD_TOO_LARGE(413, "Too large", "The body is longer than this resource takes."),
    URI_TOO_LONG(414, "Address too long", "The request line is longer than the service reads."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "This resource does not read that Content-Type."),
    UNPROCESSABLE(
            422, "Against the rules", "The body could be read, but breaks a bound or a rule. errors names each place."),
    PRECONDITION_REQUIRED(
            428,
            "If-Match is required",
            "A write names the version it is based on: send the ETag you read in If-Match."),
    UNREADABLE(
            400,
            "Unreadable",
            "The request cannot be read: broken syntax, a wrong type, an unknown or repeated member. errors names the place."),
    INTERNAL_ERROR(
            500, "Our mistake", "Something went wrong in Docket. Nothing was changed; traceId finds it in the log."),
    UNAVAILABLE(
            503,
            "Unavailable for now",
            "The database cannot be reached or is too slow at the moment. Try again after Retry-After seconds."),
    TOO_SLOW(
            503,
            "The question takes too long",
            "A list or a search was given up, for it took longer than the service allows. Ask for less: name a project, a tag or a status, or leave out the facets."),
    RATE_LIMITED(
            429,
            "Too many requests",
            "You sent more requests than RateLimit-Policy allows. Try again after Retry-After seconds."),
    OVERLOADED(
            503,
            "Overloaded",
            "As many requests as the service takes on are under way, and more wait already. Try again after Retry-After seconds.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, in a sentence or two. */
    public String explanation() {
        return explanation;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create("/problems/" + slug());
    }

    /** A problem of this type of which there is no more to say. */
    HttpProblem plain() {
        return because(explanation);
    }

    /** A problem of this type, to be thrown. */
    public HttpProblem because(String detail) {
        return builder(detail).build();
    }

    /** A problem of this type that names the places at fault. */
    public HttpProblem because(String detail, List<FieldError> errors) {
        return builder(detail).with("errors", errors).build();
    }

    public HttpProblem.Builder builder(String detail) {
        return HttpProblem.builder()
                .withType(uri())
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail);
    }

    static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type for a status that the framework chose without saying more. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 400 -> UNREADABLE;
            case 409 -> CONFLICT;
            default ->
                Arrays.stream(values())
                        .filter(type -> type.status == status)
                        .findFirst()
                        .orElse(status < 500 ? UNREADABLE : INTERNAL_ERROR);
        };
    }
}
