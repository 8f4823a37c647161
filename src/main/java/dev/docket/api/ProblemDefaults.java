package dev.docket.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives every problem its type, instance and trace id, those of the framework too, and logs what is our fault. */
@ApplicationScoped
class ProblemDefaults implements ProblemPostProcessor {

    /** Two of them would begin a host. */
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/*");

    private final Traces traces;
    private final Methods methods;

    ProblemDefaults(Traces traces, Methods methods) {
        this.traces = traces;
        this.methods = methods;
    }

    /** After the library's own defaults, before its logger has anything to add. */
    @Override
    public int priority() {
        return 98;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem.Builder builder = HttpProblem.builder(problem);
        if (problem.getType() == null) {
            describe(problem.getStatusCode(), String.valueOf(context.path), builder);
        }
        if (problem.getStatusCode() >= 500) {
            Log.errorf(context.cause, "%s failed: %s", traces.id(), problem.getTitle());
        }
        if (problem.getStatusCode() == 503 && !problem.getHeaders().containsKey("Retry-After")) {
            builder.withHeader("Retry-After", "2");
        }
        if (!problem.getParameters().containsKey("traceId")) {
            builder.with("traceId", traces.id());
        }
        return builder.withInstance(instance(context)).build();
    }

    /** The framework's own sentence may name classes, and it calls a path unknown that only lacks the method. */
    private void describe(int status, String path, HttpProblem.Builder builder) {
        Set<String> allowed = status == 404 || status == 405 ? methods.of(path) : Set.of();
        ProblemType type = allowed.isEmpty() ? ProblemType.ofStatus(status) : ProblemType.METHOD_NOT_ALLOWED;
        builder.withType(type.uri())
                .withTitle(type.title())
                .withStatus(type.status())
                .withDetail(type.explanation());
        if (!allowed.isEmpty()) {
            // RFC 9110, section 15.5.6
            builder.withHeader("Allow", String.join(", ", allowed));
        }
    }

    private static URI instance(ProblemContext context) {
        try {
            // The path comes decoded: this writes it as a URI again, whatever is in it.
            String path = Masking.mask(Objects.requireNonNullElse(context.path, "/"));
            // NUL is the one character that java.net.URI forgets to escape.
            return new URI(
                    null, null, LEADING_SLASHES.matcher(path.replace("\0", "")).replaceFirst("/"), null);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
