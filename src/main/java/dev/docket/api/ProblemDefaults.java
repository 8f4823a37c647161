package dev.docket.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.logging.Log;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/** Gives every problem its type, instance and trace id, those of the framework too, and logs what is our fault. */
@ApplicationScoped
class ProblemDefaults implements ProblemPostProcessor {

    private final Traces traces;
    private final Methods methods;
    private final CurrentVertxRequest request;

    ProblemDefaults(Traces traces, Methods methods, CurrentVertxRequest request) {
        this.traces = traces;
        this.methods = methods;
        this.request = request;
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
        return builder.withInstance(instance()).build();
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

    /** The library writes the path of it decoded: escaped once more, it comes out as it is meant. */
    private URI instance() {
        RoutingContext context = request.getCurrent();
        String path = context == null ? "/" : Instances.of(context.request().path());
        return URI.create(path.replace("%", "%25"));
    }
}
