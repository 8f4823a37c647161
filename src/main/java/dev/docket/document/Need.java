package dev.docket.document;

/** What a move can need; {@link Guards} knows how each is checked. */
enum Need {
    /** An ADR's problem, an RFC's summary and motivation, are stated. */
    PROBLEM,
    /** An ADR says what is chosen and why. */
    DECISION,
    /** An RFC has no question undone, unless the policy lets it pass. */
    QUESTIONS,
    /** The approval policy is met. */
    POLICY,
    /** Everything that the document supersedes can be superseded. */
    SUPERSESSIONS,
    /** The request gives a reason. */
    REASON,
    /** The request names an accepted or implemented document of this kind and project. */
    SUCCESSOR;

    /** Whether it is the request that has to meet it; the others are met by the document. */
    boolean ofRequest() {
        return compareTo(REASON) >= 0;
    }
}
