package dev.docket.graph;

/** An edge between documents that are known by their ids. */
record Tie(long from, long to, Relation relation) {

    /** What a link of {@code owner} says about {@code target}. */
    static Tie of(long owner, String rel, long target) {
        Relation relation = Relation.of(rel);
        return relation.json().equals(rel) ? new Tie(owner, target, relation) : new Tie(target, owner, relation);
    }
}
