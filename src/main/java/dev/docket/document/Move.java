package dev.docket.document;

import static dev.docket.document.content.Status.ACCEPTED;
import static dev.docket.document.content.Status.DEPRECATED;
import static dev.docket.document.content.Status.DRAFT;
import static dev.docket.document.content.Status.IMPLEMENTED;
import static dev.docket.document.content.Status.PROPOSED;
import static dev.docket.document.content.Status.REJECTED;
import static dev.docket.document.content.Status.SUPERSEDED;
import static dev.docket.document.content.Status.WITHDRAWN;

import dev.docket.access.Permission;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.project.Standing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The status machine: every move there is after creation, who may make it and what guards it. No other place knows. */
enum Move {
    PROPOSE(EnumSet.of(DRAFT), PROPOSED, both(), EnumSet.of(Need.PROBLEM), Permission.PROPOSE),
    TAKE_BACK(EnumSet.of(PROPOSED), DRAFT, both(), EnumSet.noneOf(Need.class), Permission.PROPOSE),
    WITHDRAW(EnumSet.of(DRAFT, PROPOSED), WITHDRAWN, both(), EnumSet.of(Need.REASON), Permission.WITHDRAW_ANY),
    ACCEPT(
            EnumSet.of(PROPOSED),
            ACCEPTED,
            both(),
            EnumSet.of(Need.DECISION, Need.QUESTIONS, Need.POLICY, Need.SUPERSESSIONS),
            Permission.ACCEPT),
    REJECT(EnumSet.of(PROPOSED), REJECTED, both(), EnumSet.of(Need.REASON), Permission.REJECT),
    IMPLEMENT(
            EnumSet.of(ACCEPTED), IMPLEMENTED, EnumSet.of(Kind.RFC), EnumSet.noneOf(Need.class), Permission.IMPLEMENT),
    DEPRECATE(EnumSet.of(ACCEPTED, IMPLEMENTED), DEPRECATED, both(), EnumSet.of(Need.REASON), Permission.DEPRECATE),
    SUPERSEDE(
            EnumSet.of(ACCEPTED, IMPLEMENTED, DEPRECATED),
            SUPERSEDED,
            both(),
            EnumSet.of(Need.SUCCESSOR),
            Permission.SUPERSEDE);

    private final Set<Status> from;
    private final Status to;
    private final Set<Kind> kinds;
    private final Set<Need> needs;
    private final Permission permission;

    Move(Set<Status> from, Status to, Set<Kind> kinds, Set<Need> needs, Permission permission) {
        this.from = from;
        this.to = to;
        this.kinds = kinds;
        this.needs = needs;
        this.permission = permission;
    }

    private static Set<Kind> both() {
        return EnumSet.allOf(Kind.class);
    }

    Status to() {
        return to;
    }

    Set<Need> needs() {
        return needs;
    }

    /** The moves that lead away from the status, for a kind. */
    static List<Move> from(Kind kind, Status status) {
        return Arrays.stream(values())
                .filter(move -> move.kinds.contains(kind) && move.from.contains(status))
                .toList();
    }

    static Optional<Move> of(Kind kind, Status from, @Nullable Status to) {
        return from(kind, from).stream().filter(move -> move.to == to).findFirst();
    }

    /** What the caller needs for this move of this document; some have it for less. */
    Permission permission(Document document, Standing standing) {
        if (this == WITHDRAW
                && document.envelope().createdBy().equals(standing.caller().name())) {
            return Permission.WITHDRAW_OWN;
        }
        if (this == ACCEPT && Situation.rules(document, standing).authorMayAccept()) {
            return Permission.ACCEPT_BY_POLICY;
        }
        return permission;
    }
}
