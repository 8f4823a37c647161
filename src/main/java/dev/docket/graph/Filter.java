package dev.docket.graph;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which documents are nodes, and which relations edges: one of each list. */
record Filter(Set<Kind> kinds, Set<Status> statuses, Set<Relation> relations) {

    List<String> kindNames() {
        return kinds.stream().map(Kind::json).sorted().toList();
    }

    List<String> statusNames() {
        return statuses.stream().map(Status::json).sorted().toList();
    }

    /** What a document's own links have to say, so that they lead that way. */
    List<String> own(Towards towards) {
        return rels(towards != Towards.IN, towards != Towards.OUT);
    }

    /** What the links of others that point at a document have to say, so that they lead that way. */
    List<String> others(Towards towards) {
        return rels(towards != Towards.OUT, towards != Towards.IN);
    }

    private List<String> rels(boolean active, boolean passive) {
        return Stream.concat(
                        active ? Relation.active(relations).stream() : Stream.of(),
                        passive ? Relation.passive(relations).stream() : Stream.of())
                .collect(Collectors.toSet())
                .stream()
                .sorted()
                .toList();
    }
}
