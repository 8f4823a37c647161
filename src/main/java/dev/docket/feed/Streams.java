package dev.docket.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.access.Account;
import dev.docket.access.Accounts;
import dev.docket.api.ProblemType;
import dev.docket.event.CloudEvent;
import dev.docket.event.Entry;
import dev.docket.event.Feed;
import dev.docket.event.Grown;
import dev.docket.project.Audience;
import dev.docket.project.Audiences;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All open streams of this replica. One thread reads the feed for them all, and hands each event to every stream that
 * wants it and whose caller may read it at that moment; once a second it looks what has become of the callers.
 */
@ApplicationScoped
class Streams {

    private static final int BATCH = 500;
    private static final String OVERLOADED = "overloaded";
    private static final String RATE_LIMITED = "rate-limited";
    private static final String SLOW = "slow";
    private static final String SIGNED_OUT = "signed-out";
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Feed feed;
    private final Audiences audiences;
    private final Accounts accounts;
    private final StreamLimits limits;
    private final ObjectMapper json;
    private final MeterRegistry registry;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Semaphore work = new Semaphore(0);
    private final Thread atExit = new Thread(this::close, "streams-close");
    private volatile @Nullable Thread thread;

    /** What all attached streams were handed up to. */
    private long position;

    Streams(
            Feed feed,
            Audiences audiences,
            Accounts accounts,
            StreamLimits limits,
            ObjectMapper json,
            MeterRegistry registry) {
        this.feed = feed;
        this.audiences = audiences;
        this.accounts = accounts;
        this.limits = limits;
        this.json = json;
        this.registry = registry;
        registry.gaugeCollectionSize("docket.streams.open", Tags.empty(), open);
    }

    void start(@Observes StartupEvent event) {
        // Where the process ends the HTTP server waits for its answers first, and only then tells everybody.
        Runtime.getRuntime().addShutdownHook(atExit);
        // Every series is there from the start, at 0: or the first of each would go unseen by rates.
        List.of(OVERLOADED, RATE_LIMITED).forEach(this::refusals);
        List.of(SLOW, SIGNED_OUT).forEach(this::drops);
        Thread started = new Thread(this::run, "streams");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    void stop(@Observes ShutdownEvent event) {
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            Log.debug("the process ends, and the streams have been closed for it already");
        }
    }

    private synchronized void close() {
        thread = null;
        work.release();
        open.forEach(Stream::end);
        open.clear();
    }

    void wake(@Observes Grown grown) {
        work.release();
    }

    /** Takes a stream in; 503 where there are too many, 429 where the principal has too many. */
    synchronized void open(Stream stream) {
        if (thread == null || open.size() >= limits.max()) {
            refuse(ProblemType.OVERLOADED, OVERLOADED, "This replica keeps no more streams open.");
        }
        String name = stream.caller().name();
        if (open.stream().filter(each -> each.caller().name().equals(name)).count() >= limits.perPrincipal()) {
            refuse(
                    ProblemType.RATE_LIMITED,
                    RATE_LIMITED,
                    "You have %d streams open: close one first.".formatted(limits.perPrincipal()));
        }
        open.add(stream);
    }

    private void refuse(ProblemType type, String reason, String detail) {
        refusals(reason).increment();
        throw type.builder(detail).withHeader("Retry-After", "5").build();
    }

    /** For those whose reader is gone. */
    void closed(Stream stream) {
        open.remove(stream);
    }

    /** From now on the stream is handed what comes after the position that is answered. */
    synchronized long attach(Stream stream) {
        if (open.stream().noneMatch(Stream::attached)) {
            position = stream.read();
        }
        stream.attach();
        work.release();
        return position;
    }

    private void run() {
        long looked = System.nanoTime();
        while (thread != null) {
            try {
                work.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                handOn();
                if (System.nanoTime() - looked >= LOOK.toNanos()) {
                    look();
                    looked = System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                // Nothing is lost: the feed is read on from where it was. The database may be away for a while.
                Log.warnf("streams get nothing for now, trying again: %s", e.getMessage());
            }
        }
    }

    private void handOn() {
        while (open.stream().anyMatch(Stream::attached)) {
            long from = position();
            List<Entry> entries = feed.after(from, BATCH);
            if (entries.isEmpty()) {
                return;
            }
            Set<Long> projects = entries.stream().map(Entry::projectId).collect(Collectors.toSet());
            handOn(from, entries, audiences.of(projects));
        }
    }

    private synchronized long position() {
        return position;
    }

    private synchronized void handOn(long from, List<Entry> entries, Map<Long, Audience> audiences) {
        if (position != from) {
            return; // all that were attached went, and others came
        }
        position = entries.get(entries.size() - 1).position();
        Map<Long, Stream.Item> items = new HashMap<>();
        for (Stream stream : open) {
            if (stream.attached() && !handOn(stream, entries, audiences, items)) {
                drop(stream, SLOW);
                stream.cut();
            }
        }
    }

    /** False where the stream's reader is too slow. */
    private boolean handOn(
            Stream stream, List<Entry> entries, Map<Long, Audience> audiences, Map<Long, Stream.Item> items) {
        for (Entry entry : entries) {
            Audience audience = audiences.get(entry.projectId());
            if (stream.filter().matches(entry) && audience != null && audience.includes(stream.caller())) {
                if (!stream.offer(items.computeIfAbsent(entry.position(), first -> item(entry)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What a stream is handed of an event. */
    Stream.Item item(Entry entry) {
        try {
            return new Stream.Item(entry.position(), json.writeValueAsString(CloudEvent.of(entry)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can be written", e);
        }
    }

    /** Ends streams whose callers are signed in no more, lets the others see what they may see now, and speaks up. */
    private void look() {
        open.removeIf(Stream::gone);
        List<Stream> streams = List.copyOf(open);
        if (streams.isEmpty()) {
            return;
        }
        Map<Account, Account> now =
                accounts.now(streams.stream().map(Stream::account).collect(Collectors.toSet()));
        for (Stream stream : streams) {
            Account account = now.get(stream.account());
            if (account == null) {
                drop(stream, SIGNED_OUT);
                stream.end();
            } else {
                stream.become(account);
                speak(stream);
            }
        }
    }

    private synchronized void speak(Stream stream) {
        if (stream.attached()
                && stream.silentFor(limits.comment().toNanos())
                && !stream.offer(new Stream.Item(position, null))) {
            drop(stream, SLOW);
            stream.cut();
        }
    }

    private void drop(Stream stream, String reason) {
        open.remove(stream);
        drops(reason).increment();
    }

    private Counter refusals(String reason) {
        return Counter.builder("docket.streams.refused")
                .description("Streams that were not opened")
                .tag("reason", reason)
                .register(registry);
    }

    private Counter drops(String reason) {
        return Counter.builder("docket.streams.dropped")
                .description("Streams that were ended here, not by their reader")
                .tag("reason", reason)
                .register(registry);
    }
}
