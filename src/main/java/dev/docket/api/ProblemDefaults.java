package dev.docket.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAllowedException;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/** Gives every problem its type, instance and trace id, those of the framework too, and logs what is our fault. */
@ApplicationScoped
class ProblemDefaults implements ProblemPostProcessor {

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
        return Objects.requireNonNullElse(
                problem.getInstance(), URI.create(Objects.requireNonNullElse(context.path, "/")));
    }
}
