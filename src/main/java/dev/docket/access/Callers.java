package dev.docket.access;

import dev.docket.api.ProblemType;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out who makes the request at hand. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;

    Callers(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** The caller of this request; 401 when nobody is signed in. */
    public Caller current() {
        return account().caller();
    }

    /** The caller of this request, and how it signed in; 401 when nobody is. */
    public Account account() {
        Account account = identities.getIdentity().getAttribute(Account.ATTRIBUTE);
        if (account == null) {
            throw ProblemType.UNAUTHENTICATED.because("The request has no token that is valid.");
        }
        return account;
    }
}
