package dev.docket.feed;

import dev.docket.access.Account;
import dev.docket.access.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. It reads up to the head of the feed by itself, as fast as its reader takes it; then it is attached to
 * {@link Streams}, which hands it each event that comes.
 */
final class Stream {

    /**
     * What goes to the reader.
     *
     * @param position that the reader has come to with it
     * @param event as JSON; null for a comment
     */
    record Item(long position, @Nullable String event) {}

    private final EventFilter filter;
    private final HttpServerResponse response;
    private final BlockingQueue<Item> waiting;
    private final UnicastProcessor<Item> live;
    private volatile Account account;
    private volatile long read;
    private volatile boolean attached;
    private long told;
    private long spoken = System.nanoTime();

    /**
     * @param start what comes after this position is wanted
     * @param buffer how many items may wait for the reader
     */
    Stream(Account account, EventFilter filter, long start, HttpServerResponse response, int buffer) {
        this.account = account;
        this.filter = filter;
        this.read = start;
        this.told = start;
        this.response = response;
        this.waiting = new LinkedBlockingQueue<>(buffer);
        this.live = UnicastProcessor.create(waiting, () -> {});
    }

    Account account() {
        return account;
    }

    Caller caller() {
        return account.caller();
    }

    /** From now on it sees what this account may see. */
    void become(Account now) {
        account = now;
    }

    EventFilter filter() {
        return filter;
    }

    /** The position up to which it has read by itself. */
    long read() {
        return read;
    }

    /** Reads on by itself. */
    Events.Slice next(Events events, int limit) {
        Events.Slice slice = events.after(new Position(read), caller(), filter, limit);
        read = slice.end();
        return slice;
    }

    void attach() {
        attached = true;
    }

    boolean attached() {
        return attached;
    }

    /** What it was handed since it was attached, whoever comes for it later. */
    Multi<Item> live() {
        return live;
    }

    /** Hands it an item; false where too many wait already. */
    boolean offer(Item item) {
        if (waiting.remainingCapacity() == 0) {
            return false;
        }
        spoken = System.nanoTime();
        live.onNext(item);
        return true;
    }

    /** Whether the item is news to its reader, which it is given in order: what was read may be handed over as well. */
    boolean news(Item item) {
        if (item.event() != null && item.position() <= told) {
            return false;
        }
        told = Math.max(told, item.position());
        return true;
    }

    /** Whether it was handed nothing for so long. */
    boolean silentFor(long nanos) {
        return System.nanoTime() - spoken >= nanos;
    }

    /** Ends the answer: in good order where its reader is up to date, else at once. */
    void end() {
        if (attached && waiting.isEmpty()) {
            live.onComplete();
        } else {
            cut();
        }
    }

    /** Ends the answer at once; its reader sees that it is not whole. */
    void cut() {
        response.reset();
    }

    /** Whether its reader is gone. */
    boolean gone() {
        return response.closed() || response.ended();
    }
}
