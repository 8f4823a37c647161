package dev.docket.webhook;

import dev.docket.access.Accounts;
import dev.docket.access.Caller;
import dev.docket.project.Audience;
import dev.docket.project.Audiences;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether those on whose behalf webhooks are told things may know them. */
@ApplicationScoped
class Owners {

    private final Accounts accounts;
    private final Audiences audiences;

    Owners(Accounts accounts, Audiences audiences) {
        this.accounts = accounts;
        this.audiences = audiences;
    }

    /** The claims by whether their owner may read the project now, in two queries. */
    Map<Boolean, List<Claim>> byRight(Collection<Claim> claims) {
        Map<String, Caller> owners =
                accounts.callers(claims.stream().map(Claim::owner).distinct().toList());
        Map<Long, Audience> projects =
                audiences.of(claims.stream().map(Claim::project).distinct().toList());
        return claims.stream().collect(Collectors.partitioningBy(claim -> {
            Caller owner = owners.get(claim.owner());
            Audience project = projects.get(claim.project());
            return owner != null && project != null && project.includes(owner);
        }));
    }
}
