package dev.docket.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses every GET with a token that was not given {@link Scope#READ}. */
class ReadScope {

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void filter(ContainerRequestContext request, ResourceInfo resource) {
        boolean reads = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        // Nobody is signed in where no token is needed.
        if (reads
                && request.getSecurityContext().getUserPrincipal() instanceof Caller caller
                && !resource.getResourceMethod().isAnnotationPresent(AnyScope.class)) {
            caller.require(Scope.READ);
        }
    }
}
