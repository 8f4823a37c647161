package dev.docket.protection;

import io.vertx.ext.web.RoutingContext;

/** The place among the requests in flight that each of them takes. */
public final class Place {

    static final String KEY = "docket.place";

    private Place() {}

    /** Gives the place of a request back before its end: its answer goes on and on, and costs little. */
    public static void giveBack(RoutingContext request) {
        Runnable leave = request.get(KEY);
        if (leave != null) {
            leave.run();
        }
    }
}
