package dev.docket.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;

/** Says which patches are read, where another kind was refused (RFC 5789, sections 2.2 and 3.1). */
@Provider
public class AcceptPatch implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == ProblemType.UNSUPPORTED_MEDIA_TYPE.status()
                && request.getMethod().equals(HttpMethod.PATCH)) {
            response.getHeaders().putSingle("Accept-Patch", Patches.MERGE + ", " + Patches.JSON);
        }
    }
}
