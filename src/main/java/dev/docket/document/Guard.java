package dev.docket.document;

import dev.docket.api.Problem.Blocker;
import java.util.List;

/** One condition of a move. */
public interface Guard {

    /** What of it is not met; empty when the way is free. */
    List<Blocker> unmet(Situation situation);
}
