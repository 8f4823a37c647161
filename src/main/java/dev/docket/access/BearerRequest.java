package dev.docket.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who the bearer of a secret is. */
final class BearerRequest extends BaseAuthenticationRequest {

    private final Secret secret;

    BearerRequest(Secret secret) {
        this.secret = secret;
    }

    Secret secret() {
        return secret;
    }
}
