package dev.docket.trail;

import dev.docket.access.Act;
import dev.docket.access.Action;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees every answer off and has the refusals among them noted, whoever refused. */
@ApplicationScoped
class Watch {

    /** Before whoever may refuse. */
    private static final int FIRST = 900;

    private static final Pattern IN_PROJECT = Pattern.compile("/api/v1/projects/([a-z][a-z0-9-]{1,62})(?:/.*)?");

    private final Refusals refusals;

    Watch(Refusals refusals) {
        this.refusals = refusals;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::follow, FIRST);
    }

    private void follow(RoutingContext context) {
        context.addEndHandler(end -> look(context));
        context.next();
    }

    private void look(RoutingContext context) {
        int status = context.response().getStatusCode();
        if (status == 401 || status == 403 || status == 429) {
            refusals.note(act(context, status), Origin.of(context));
        }
    }

    private static Act act(RoutingContext context, int status) {
        String principal = principal(context);
        Matcher project = IN_PROJECT.matcher(context.request().path());
        return new Act(
                principal == null ? Action.SIGN_IN_FAILED : status == 403 ? Action.ACCESS_DENIED : Action.RATE_LIMITED,
                principal,
                // What nobody signed in for may be no project at all.
                principal != null && project.matches() ? project.group(1) : null,
                context.request().path(),
                detail(context, principal));
    }

    private static @Nullable String principal(RoutingContext context) {
        return context.user() instanceof QuarkusHttpUser user
                        && !user.getSecurityIdentity().isAnonymous()
                ? user.getSecurityIdentity().getPrincipal().getName()
                : null;
    }

    private static String detail(RoutingContext context, @Nullable String principal) {
        String method = context.request().method().name();
        if (principal != null) {
            return method;
        }
        return method
                + (context.request().headers().contains(HttpHeaders.AUTHORIZATION)
                        ? ", with what is no valid token"
                        : ", without a token");
    }
}
