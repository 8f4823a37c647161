package dev.docket.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Gives every problem its type, instance and trace id, those of the framework too, and logs what is our fault. */
@ApplicationScoped
class ProblemDefaults implements ProblemPostProcessor {

    /** Two of them would begin a host. */
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/*");

    private final Traces traces;

    ProblemDefaults(Traces traces) {
        this.traces = traces;
    }

    /** After the library's own defaults, before its logger has anything to add. */
    @Override
    public int priority() {
        return 98;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
        HttpProblem.Builder builder = HttpProblem.builder(problem);
        if (problem.getType() == null) {
            builder.withType(type.uri()).withTitle(type.title());
            // The framework's own sentence may name classes: ours says the same without.
            builder.withDetail(type.explanation());
        }
        if (problem.getStatusCode() >= 500) {
            Log.errorf(context.cause, "%s failed: %s", traces.id(), problem.getTitle());
        }
        if (context.cause instanceof NotAllowedException refused) {
            // RFC 9110, section 15.5.6: a 405 says what is allowed.
            builder.withHeader("Allow", String.join(", ", allowed(refused)));
        }
        if (problem.getStatusCode() == 503 && !problem.getHeaders().containsKey("Retry-After")) {
            builder.withHeader("Retry-After", "2");
        }
        if (!problem.getParameters().containsKey("traceId")) {
            builder.with("traceId", traces.id());
        }
        return builder.withInstance(instance(problem, context)).build();
    }

    private static List<String> allowed(NotAllowedException refused) {
        return refused.getResponse().getAllowedMethods().stream().sorted().toList();
    }

    private static URI instance(HttpProblem problem, ProblemContext context) {
        if (problem.getInstance() != null) {
            return problem.getInstance();
        }
        try {
            // The path comes decoded: this writes it as a URI again, whatever is in it.
            String path = Objects.requireNonNullElse(context.path, "/");
            return new URI(null, null, LEADING_SLASHES.matcher(path).replaceFirst("/"), null);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }
}
