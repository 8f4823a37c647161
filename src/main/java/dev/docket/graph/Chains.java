package dev.docket.graph;

import dev.docket.document.content.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The chains of a graph: every supersession that took place is a step of just one of them, so that they are no longer
 * together than the edges, whatever an import brought: two successors of one document, or a circle.
 */
final class Chains {

    /** By the id of who was superseded, in order, so that the answer is the same every time. */
    private final Map<Long, Deque<Long>> successors = new TreeMap<>();

    private final Set<Long> succeeding = new HashSet<>();

    private Chains(Map<Long, Found> found, Collection<Tie> ties) {
        ties.stream()
                .filter(tie -> tie.relation() == Relation.SUPERSEDES && tookPlace(found, tie))
                .sorted((a, b) -> Long.compare(a.from(), b.from()))
                .forEach(tie -> {
                    successors
                            .computeIfAbsent(tie.to(), none -> new ArrayDeque<>())
                            .add(tie.from());
                    succeeding.add(tie.from());
                });
    }

    static List<List<Long>> of(Map<Long, Found> found, Collection<Tie> ties) {
        return new Chains(found, ties).chains();
    }

    private static boolean tookPlace(Map<Long, Found> found, Tie tie) {
        return Objects.requireNonNull(found.get(tie.to())).status() == Status.SUPERSEDED
                && Objects.requireNonNull(found.get(tie.from())).wasAccepted();
    }

    /** From those that succeed nobody on; what is left then are circles, which begin anywhere. */
    private List<List<Long>> chains() {
        List<Long> olds = List.copyOf(successors.keySet());
        List<List<Long>> chains = new ArrayList<>();
        Stream.concat(olds.stream().filter(old -> !succeeding.contains(old)), olds.stream())
                .forEach(old -> {
                    while (hasMore(old)) {
                        chains.add(from(old));
                    }
                });
        return chains;
    }

    private List<Long> from(long start) {
        List<Long> chain = new ArrayList<>(List.of(start));
        long last = start;
        while (hasMore(last)) {
            last = Objects.requireNonNull(successors.get(last)).remove();
            chain.add(last);
        }
        return chain;
    }

    private boolean hasMore(long id) {
        return !successors.getOrDefault(id, new ArrayDeque<>()).isEmpty();
    }
}
