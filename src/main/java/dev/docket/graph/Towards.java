package dev.docket.graph;

/** Which way edges are followed: as they point, against it, or either way. */
enum Towards {
    OUT,
    IN,
    BOTH
}
