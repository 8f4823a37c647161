package dev.docket.feed;

import dev.docket.access.Callers;
import dev.docket.event.Feed;
import dev.docket.protection.Place;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The feed as Server-Sent Events (HTML, section 9.2). */
@Path(EventsResource.PATH)
class StreamResource {

    private final Callers callers;
    private final Events events;
    private final Feed feed;
    private final Streams streams;
    private final StreamLimits limits;
    private final CurrentVertxRequest request;

    StreamResource(
            Callers callers,
            Events events,
            Feed feed,
            Streams streams,
            StreamLimits limits,
            CurrentVertxRequest request) {
        this.callers = callers;
        this.events = events;
        this.feed = feed;
        this.streams = streams;
        this.limits = limits;
        this.request = request;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> follow(
            @BeanParam EventQuery query, @HeaderParam("Last-Event-ID") @Nullable String last, @Context Sse sse) {
        RoutingContext routing = request.getCurrent();
        HttpServerResponse response = routing.response();
        Stream stream =
                new Stream(callers.account(), query.filter(), start(query.cursor(), last), response, limits.buffer());
        if (routing.request().method().equals(HttpMethod.HEAD)) {
            return Multi.createFrom().empty();
        }
        streams.open(stream);
        routing.addEndHandler(end -> streams.closed(stream));
        Place.giveBack(routing);
        // Proxies of the nginx family keep answers back until they are whole, unless they are told not to.
        response.putHeader("X-Accel-Buffering", "no").putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return new StreamAnswer(stream, streams, events, sse).items();
    }

    /** What the reader has got already; else the cursor, else what happens from now on. 400 or 410 as for pages. */
    private long start(@Nullable Position cursor, @Nullable String last) {
        Position asked = last == null || last.isEmpty() ? cursor : Position.read("Last-Event-ID", last);
        Feed.Span span = feed.span();
        if (asked == null || asked.latest()) {
            return span.head();
        }
        asked.check(span);
        return asked.value();
    }
}
