package dev.docket.protection;

import dev.docket.api.ProblemAnswer;
import dev.docket.api.ProblemType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Bounds how many requests are worked on at a time. Some more wait, a bounded time and without a thread; the rest is
 * told at once to come again. Health and metrics have a port of their own and never wait.
 */
@ApplicationScoped
class InFlight {

    /** Before signing in, which may ask the database. */
    private static final int EARLY = 800;

    private final Turnstile turnstile;
    private final long patience;
    private final Counter refused;

    InFlight(Limits limits, MeterRegistry registry) {
        this.turnstile = new Turnstile(limits.inFlight(), limits.waiting());
        this.patience = Math.max(1, limits.patience().toMillis());
        this.refused = Counter.builder("docket.requests.refused")
                .description("Requests that were told to come again later")
                .tag("reason", "overloaded")
                .register(registry);
        registry.gauge("docket.requests.in.flight", turnstile, Turnstile::inside);
    }

    void begin(@Observes Filters filters) {
        filters.register(this::enter, EARLY);
    }

    private void enter(RoutingContext request) {
        Visit visit = new Visit(request);
        request.put(Place.KEY, (Runnable) visit::end);
        switch (turnstile.enter(visit)) {
            case IN -> {
                visit.state.set(State.IN);
                request.addEndHandler(end -> visit.end());
                request.next();
            }
            case WAITING -> visit.await();
            case FULL -> refuse(request);
        }
    }

    private void refuse(RoutingContext request) {
        refused.increment();
        request.response().putHeader(HttpHeaders.RETRY_AFTER, "1");
        ProblemAnswer.send(request, ProblemType.OVERLOADED);
    }

    private enum State {
        WAITING,
        IN,
        OUT
    }

    /** One request. Its end, its turn and its timer may come at the same time: whoever changes the state acts. */
    private final class Visit implements Turnstile.Visitor {

        private final RoutingContext request;
        private final Context context;
        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
        private long timer;

        Visit(RoutingContext request) {
            this.request = request;
            this.context = request.vertx().getOrCreateContext();
        }

        void await() {
            request.addEndHandler(end -> end());
            timer = request.vertx().setTimer(patience, late -> {
                if (state.compareAndSet(State.WAITING, State.OUT)) {
                    turnstile.giveUp(this);
                    refuse(request);
                }
            });
        }

        @Override
        public void admit() {
            if (state.compareAndSet(State.WAITING, State.IN)) {
                context.runOnContext(turn -> {
                    request.vertx().cancelTimer(timer);
                    if (state.get() == State.IN) {
                        request.next();
                    }
                });
            } else {
                turnstile.leave();
            }
        }

        /** The answer is out, the client is gone, or the request gives its place back. */
        void end() {
            switch (state.getAndSet(State.OUT)) {
                case IN -> turnstile.leave();
                case WAITING -> {
                    request.vertx().cancelTimer(timer);
                    turnstile.giveUp(this);
                }
                case OUT -> {
                    // it was refused
                }
            }
        }
    }
}
