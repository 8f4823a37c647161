package dev.docket.graph;

import dev.docket.access.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One walk over documents, level by level: each is come to once, so that circles end, and there are only so many. */
final class Walk {

    /** So many documents take one statement for their neighbours. */
    private static final int BATCH = 250;

    private final Neighbours neighbours;
    private final Filter filter;
    private final Caller caller;
    private final int most;
    private final Map<Long, Found> found = new LinkedHashMap<>();
    private boolean truncated;

    Walk(Neighbours neighbours, Filter filter, Caller caller, int most) {
        this.neighbours = neighbours;
        this.filter = filter;
        this.caller = caller;
        this.most = most;
    }

    /** Goes so many edges away from those. */
    Walk go(List<Found> start, Towards towards, int depth) {
        List<Found> level = take(start);
        for (int i = 0; i < depth && !level.isEmpty() && !truncated; i++) {
            level = next(level, towards);
        }
        return this;
    }

    private List<Found> next(List<Found> level, Towards towards) {
        List<Found> next = new ArrayList<>();
        for (int from = 0; from < level.size() && !truncated; from += BATCH) {
            List<Found> batch = level.subList(from, Math.min(from + BATCH, level.size()));
            // Of those that come back as many as there are nodes may be known, and one more than there may be is
            // wanted.
            next.addAll(take(neighbours.near(batch, towards, filter, caller, 2 * most + 1)));
        }
        return next;
    }

    /** Those of them that are new, as long as there is room. */
    private List<Found> take(List<Found> some) {
        List<Found> fresh = new ArrayList<>();
        for (Found each : some) {
            if (!found.containsKey(each.id())) {
                if (found.size() == most) {
                    truncated = true;
                    break;
                }
                found.put(each.id(), each);
                fresh.add(each);
            }
        }
        return fresh;
    }

    Map<Long, Found> found() {
        return found;
    }

    boolean truncated() {
        return truncated;
    }
}
