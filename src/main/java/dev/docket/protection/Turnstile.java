package dev.docket.protection;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets so many in at a time; so many more wait in line, and whoever leaves lets the first of them in. Blocks nobody. */
final class Turnstile {

    private final int places;
    private final int line;
    private final Set<Visitor> waiting = new LinkedHashSet<>();
    private int inside;

    Turnstile(int places, int line) {
        this.places = places;
        this.line = line;
    }

    /** Whoever wants in. */
    interface Visitor {
        /** Called once, when a place has become free, by whoever left it. */
        void admit();
    }

    /** What became of a visitor. */
    enum Entrance {
        IN,
        WAITING,
        FULL
    }

    synchronized Entrance enter(Visitor visitor) {
        if (inside < places) {
            inside++;
            return Entrance.IN;
        }
        if (waiting.size() >= line) {
            return Entrance.FULL;
        }
        waiting.add(visitor);
        return Entrance.WAITING;
    }

    /** For those who are in, once each. */
    void leave() {
        Visitor next = next();
        if (next != null) {
            next.admit();
        }
    }

    /** Leaves the line; of no effect for whoever is not in it any more. */
    synchronized void giveUp(Visitor visitor) {
        waiting.remove(visitor);
    }

    synchronized int inside() {
        return inside;
    }

    /** Whom the place goes to that has become free. */
    private synchronized @Nullable Visitor next() {
        Iterator<Visitor> line = waiting.iterator();
        if (!line.hasNext()) {
            inside--;
            return null;
        }
        Visitor first = line.next();
        line.remove();
        return first;
    }
}
