package dev.docket.feed;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The answer to the opening of a stream: first what is past, page by page as it is taken, then what happens. */
final class StreamAnswer {

    private static final int PAGE = 200;
    private static final int RECONNECT = 1_000;

    private final Stream stream;
    private final Streams streams;
    private final Events events;
    private final Sse sse;

    StreamAnswer(Stream stream, Streams streams, Events events, Sse sse) {
        this.stream = stream;
        this.streams = streams;
        this.events = events;
        this.sse = sse;
    }

    /** Takes a thread only while a page is read. Begins with a comment, so that the reader knows its cursor at once. */
    Multi<OutboundSseEvent> items() {
        OutboundSseEvent first = sse.newEventBuilder()
                .comment("")
                .id(Long.toString(stream.read()))
                .reconnectDelay(RECONNECT)
                .build();
        Multi<OutboundSseEvent> rest = Multi.createBy()
                .concatenating()
                .streams(past(Events.Slice::atHead), Multi.createFrom().deferred(this::live))
                .select()
                .where(stream::news)
                .map(this::event)
                .onFailure()
                .invoke(e -> Log.warnf("a stream ends early: %s", e.getMessage()))
                .onFailure()
                .recoverWithCompletion();
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(first), rest);
    }

    /** From its attachment on; what came between the last page and that is read first. */
    private Multi<Stream.Item> live() {
        long from = streams.attach(stream);
        return stream.read() >= from
                ? stream.live()
                : Multi.createBy().concatenating().streams(past(slice -> slice.end() >= from), stream.live());
    }

    private Multi<Stream.Item> past(Predicate<Events.Slice> enough) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> stream.next(events, PAGE))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .whilst(enough.negate())
                .onItem()
                .transformToMultiAndConcatenate(slice -> Multi.createFrom().iterable(items(slice)));
    }

    /** A page without events is told too: where little is wanted, its reader comes forward all the same. */
    private List<Stream.Item> items(Events.Slice slice) {
        List<Stream.Item> items = new ArrayList<>();
        slice.entries().forEach(entry -> items.add(streams.item(entry)));
        if (items.isEmpty() && !slice.atHead()) {
            items.add(new Stream.Item(slice.end(), null));
        }
        return items;
    }

    private OutboundSseEvent event(Stream.Item item) {
        OutboundSseEvent.Builder event = sse.newEventBuilder().id(Long.toString(item.position()));
        return item.event() == null
                ? event.comment("").build()
                : event.data(String.class, item.event()).build();
    }
}
