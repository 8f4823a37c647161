package dev.docket.contract;

/** Which way a body travels: the rules for requests and responses mirror each other. */
enum Direction {
    REQUEST("readOnly", "now demands", "no longer accepts"),
    RESPONSE("writeOnly", "no longer promises", "may now be");

    /** The keyword that marks members which do not travel this way (OpenAPI 3.1, Schema Object). */
    final String exclusion;

    final String constrained;
    final String excluded;

    Direction(String exclusion, String constrained, String excluded) {
        this.exclusion = exclusion;
        this.constrained = constrained;
        this.excluded = excluded;
    }
}
