package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.Surroundings.Present;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who took whose place, as told from either side: both get their link, and the one whose place was taken is superseded
 * once the other was decided. Files that are written get it as they are written; documents whose file is master still, as
 * {@link #relations}; others are left alone, with a warning.
 */
final class Supersessions {

    /** Those that a decision was made for, even if it holds no longer. */
    private static final Set<Status> DECIDED =
            EnumSet.of(Status.ACCEPTED, Status.IMPLEMENTED, Status.DEPRECATED, Status.SUPERSEDED);

    /** These ended another way, or in this one already. */
    private static final Set<Status> FINAL = EnumSet.of(Status.REJECTED, Status.WITHDRAWN, Status.SUPERSEDED);

    private final String project;
    private final Map<Address, Planned> written = new HashMap<>();
    private final Map<Address, Present> present = new HashMap<>();
    private final Set<Pair> pairs = new LinkedHashSet<>();
    private final List<Step.Relation> relations = new ArrayList<>();

    Supersessions(String project, List<Planned> planned) {
        this.project = project;
        for (Planned file : planned) {
            if (file.isWritten()) {
                written.put(file.address(project), file);
            }
        }
    }

    private record Pair(Address successor, Address predecessor) {
        Pair reversed() {
            return new Pair(/* successor= */ predecessor, /* predecessor= */ successor);
        }
    }

    /** What the files say. */
    void addFiles() {
        written.forEach((address, file) -> {
            for (Link link : file.links) {
                Address other = Address.parse(String.valueOf(link.target()), project);
                if (other != null && other.kind() == address.kind()) {
                    add(address, link.rel(), other);
                }
            }
        });
    }

    void add(Address from, @Nullable Rel rel, Address to) {
        if (rel == Rel.SUPERSEDES) {
            pairs.add(new Pair(from, to));
        } else if (rel == Rel.SUPERSEDED_BY) {
            pairs.add(new Pair(to, from));
        }
    }

    /** The numbers of all documents that take part. */
    Set<Integer> numbers() {
        Set<Integer> numbers = new LinkedHashSet<>();
        pairs.forEach(pair -> {
            numbers.add(pair.successor().number());
            numbers.add(pair.predecessor().number());
        });
        return numbers;
    }

    /** Settles all pairs. */
    void settle(List<Present> there) {
        there.forEach(each -> present.put(each.address(), each));
        for (Pair pair : pairs) {
            Status successor = status(pair.successor());
            Status predecessor = status(pair.predecessor());
            Planned file = written.get(pair.predecessor());
            if (file != null && predecessor == Status.SUPERSEDED) {
                file.supersededBy(pair.successor());
            }
            if (successor != null && predecessor != null) {
                boolean mutual = pairs.contains(pair.reversed());
                predecessor(pair, predecessor, DECIDED.contains(successor) && !mutual);
                successor(pair);
            }
        }
    }

    /** What documents that no file of this import writes are to say. */
    List<Step.Relation> relations() {
        return relations;
    }

    /** The status that the file or the document itself states; null where there is neither. */
    private @Nullable Status status(Address address) {
        Planned file = written.get(address);
        if (file != null) {
            return file.fact.status();
        }
        Present document = present.get(address);
        return document == null ? null : document.status();
    }

    private void predecessor(Pair pair, Status status, boolean decided) {
        Planned file = written.get(pair.predecessor());
        boolean moves = decided && !FINAL.contains(status);
        if (file == null) {
            if (decided) {
                relate(pair.predecessor(), Rel.SUPERSEDED_BY, pair.successor(), moves);
            }
            return;
        }
        if (decided) {
            file.link(Rel.SUPERSEDED_BY, pair.successor());
        }
        if (moves) {
            file.supersededBy(pair.successor());
        }
    }

    private void successor(Pair pair) {
        Planned file = written.get(pair.successor());
        if (file == null) {
            relate(pair.successor(), Rel.SUPERSEDES, pair.predecessor(), false);
        } else {
            file.link(Rel.SUPERSEDES, pair.predecessor());
        }
    }

    private void relate(Address address, Rel rel, Address other, boolean superseded) {
        Present document = present.get(address);
        if (document != null && document.fileIsMaster()) {
            relations.add(new Step.Relation(address.kind(), address.number(), rel, other.number(), superseded));
        } else {
            Planned file = written.get(other);
            if (file != null && document != null && (superseded || rel == Rel.SUPERSEDES)) {
                file.warn(
                        "not-linked",
                        "%s was edited here, so nothing was written to it; a link from here points to it."
                                .formatted(address.ref()));
            }
        }
    }
}
