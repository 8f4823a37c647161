package dev.docket.document;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.access.Permission;
import dev.docket.api.FieldError;
import dev.docket.api.Problem.Blocker;
import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import dev.docket.api.Transactions;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Moves documents through their lifecycle: one transaction over the document and all that it supersedes. */
@ApplicationScoped
class Transitions {

    private final Transactions transactions;
    private final Callers callers;
    private final Projects projects;
    private final Documents documents;
    private final Log log;
    private final Guards guards;

    Transitions(
            Transactions transactions,
            Callers callers,
            Projects projects,
            Documents documents,
            Log log,
            Guards guards) {
        this.transactions = transactions;
        this.callers = callers;
        this.projects = projects;
        this.documents = documents;
        this.log = log;
        this.guards = guards;
    }

    /** The moves from here that this caller may make, each with what still blocks it, and the record so far. */
    TransitionsView open(Address address) {
        Caller caller = callers.current();
        return transactions.write(() -> {
            Standing standing = projects.standing(caller, address.project());
            Held held = documents.find(standing, address);
            Situation situation = situation(held, standing, null, null, superseded(held));
            return TransitionsView.of(
                    held.document(),
                    moves(situation).toList(),
                    move -> guards.unmet(move, situation, need -> !need.ofRequest()));
        });
    }

    /**
     * Makes the move; 409 with blockers where it is not open, and nothing has changed.
     *
     * @param bounds checks the request's own, once it is known to be about the present version
     */
    Held move(Address address, @Nullable String ifMatch, TransitionRequest request, Runnable bounds) {
        Caller caller = callers.current();
        return transactions.write(() -> {
            // Acceptance goes by the policy and the members of its moment: they hold still until it is done.
            boolean accepting = request.to() == Status.ACCEPTED;
            Standing standing = accepting
                    ? projects.lockedStanding(caller, address.project())
                    : projects.standing(caller, address.project());
            Held seen = documents.find(standing, address);
            standing.permit(leastPermission(seen.document(), request.to(), standing));
            Tag.require(Tag.required(ifMatch), seen.document().revision());
            bounds.run();
            Held by = by(standing, address, request);
            List<Held> superseded = accepting ? superseded(seen) : List.of();
            Map<Long, Held> locked = lock(Stream.concat(
                    Stream.of(seen),
                    Stream.concat(
                            Stream.ofNullable(accepting || request.to() != Status.SUPERSEDED ? null : by),
                            superseded.stream())));
            Held held = Objects.requireNonNull(locked.get(seen.id()));
            Tag.require(Tag.required(ifMatch), held.document().revision());
            if (held.document().revision() != seen.document().revision()) {
                // Its links may name other targets than those that are locked now.
                throw new Transactions.Again(address.subject() + " changed before it was locked");
            }
            standing.open(Permission.EDIT_DOCUMENT);
            Held successor = by == null ? null : locked.getOrDefault(by.id(), by);
            Situation situation = situation(held, standing, request.comment(), successor, relocked(superseded, locked));
            check(request.to(), situation);
            return apply(held, standing, request, successor, relocked(superseded, locked));
        });
    }

    private Held apply(
            Held held, Standing standing, TransitionRequest request, @Nullable Held by, List<Held> superseded) {
        Change change = documents.change(held, standing, request.comment());
        Document before = held.document();
        if (request.to() == Status.SUPERSEDED) {
            Held successor = Objects.requireNonNull(by);
            Held after = append(
                    held,
                    Lifecycle.supersede(before, successor.document().address(), change, request.comment()),
                    change);
            Change succession = documents.change(successor, standing, null);
            append(successor, Lifecycle.succeed(successor.document(), before.address(), succession), succession);
            return after;
        }
        String ref = by == null ? null : by.document().envelope().ref();
        Held after = append(
                held,
                Lifecycle.move(before, Objects.requireNonNull(request.to()), change, request.comment(), ref),
                change);
        for (Held target : superseded) {
            if (target.document().isSupersededBy(before.address())) {
                continue;
            }
            Change replaced = documents.change(target, standing, null);
            append(target, Lifecycle.supersede(target.document(), before.address(), replaced, null), replaced);
        }
        return after;
    }

    private Held append(Held before, Document after, Change change) {
        return after.equals(before.document())
                ? before
                : documents.settle(before.document(), log.append(before, after, change), change);
    }

    private void check(@Nullable Status to, Situation situation) {
        Document document = situation.document();
        Optional<Move> move = Move.of(document.envelope().kind(), document.status(), Objects.requireNonNull(to));
        List<Blocker> blockers = move.isPresent()
                ? guards.unmet(move.get(), situation, need -> true)
                : List.of(new Blocker(
                        "no-such-move",
                        "/status",
                        "a document that is " + document.status().json() + " cannot become " + to.json()));
        if (!blockers.isEmpty()) {
            throw Lifecycle.blocked("It cannot become " + to.json() + " now.", blockers, reachable(situation));
        }
    }

    private List<Status> reachable(Situation situation) {
        return moves(situation)
                .filter(move ->
                        guards.unmet(move, situation, need -> !need.ofRequest()).isEmpty())
                .map(Move::to)
                .toList();
    }

    private static Stream<Move> moves(Situation situation) {
        Document document = situation.document();
        return Move.from(document.envelope().kind(), document.status()).stream()
                .filter(move -> situation.standing().may(move.permission(document, situation.standing())));
    }

    /** For a move that is not in the table, what any member that writes has: it is refused as 409, not 403. */
    private static Permission leastPermission(Document document, @Nullable Status to, Standing standing) {
        return Move.of(document.envelope().kind(), document.status(), to)
                .map(move -> move.permission(document, standing))
                .orElse(Permission.EDIT_DOCUMENT);
    }

    private @Nullable Held by(Standing standing, Address address, TransitionRequest request) {
        if (request.by() == null) {
            return null;
        }
        Address by = Address.parse(request.by(), address.project());
        boolean inSeries =
                by != null && by.kind() == address.kind() && by.project().equals(address.project());
        return Optional.ofNullable(by)
                .filter(each -> inSeries)
                .flatMap(each -> log.find(standing.projectId(), each.kind(), each.number()))
                .orElseThrow(() -> ProblemType.UNPROCESSABLE.because(
                        "by names no document.",
                        List.of(FieldError.at(
                                "/by", "unknown-reference", "a document of this kind and project is wanted"))));
    }

    private List<Held> superseded(Held held) {
        Map<Long, Held> targets = new LinkedHashMap<>();
        for (Link link : held.document().links()) {
            if (link.rel() == Rel.SUPERSEDES) {
                Address target = Address.parse(
                        String.valueOf(link.target()),
                        held.document().envelope().project());
                Optional.ofNullable(target)
                        .flatMap(each -> log.find(held.projectId(), each.kind(), each.number()))
                        .ifPresent(each -> targets.put(each.id(), each));
            }
        }
        return List.copyOf(targets.values());
    }

    /** Locks in the order of ids, so that two that supersede each other's targets cannot wait for each other. */
    private Map<Long, Held> lock(Stream<Held> seen) {
        List<Held> ordered = new ArrayList<>(seen.toList());
        ordered.sort(Comparator.comparingLong(Held::id));
        Map<Long, Held> locked = new HashMap<>();
        for (Held held : ordered) {
            locked.computeIfAbsent(held.id(), id -> log.lock(held));
        }
        return locked;
    }

    private static List<Held> relocked(List<Held> seen, Map<Long, Held> locked) {
        return seen.stream()
                .map(each -> Objects.requireNonNull(locked.get(each.id())))
                .toList();
    }

    private static Situation situation(
            Held held, Standing standing, @Nullable String comment, @Nullable Held by, List<Held> superseded) {
        return new Situation(
                held.document(),
                standing,
                comment,
                by == null ? null : by.document(),
                superseded.stream().map(Held::document).toList());
    }
}
