package dev.docket.webhook;

import java.time.Duration;
import java.util.Iterator;

/**
 * What was claimed of a webhook, sent one after the other. It lasts a second, and what is left of its last attempt: then
 * the claim is given back, for there may be others to send, and its owner's rights are looked at again.
 */
final class Run {

    static final Duration LONGEST = Duration.ofSeconds(1);

    private final Claim claim;
    private final Sender sender;
    private final Listener listener;
    private final Iterator<Due> left;
    private final long began = System.nanoTime();
    private volatile boolean stopped;

    Run(Claim claim, Sender sender, Listener listener) {
        this.claim = claim;
        this.sender = sender;
        this.listener = listener;
        this.left = claim.due().iterator();
    }

    /** Hears of what happens, on any thread, and returns at once. */
    interface Listener {

        void attempted(Result result);

        void over(long webhook);
    }

    /** Makes the attempt under way the last one. */
    void stop() {
        stopped = true;
    }

    /** Makes the next attempt, and all others after it. */
    void next() {
        if (stopped || !left.hasNext() || System.nanoTime() - began > LONGEST.toNanos()) {
            listener.over(claim.webhook());
            return;
        }
        Due due = left.next();
        sender.send(claim, due).onSuccess(answer -> {
            listener.attempted(new Result(claim.webhook(), due, answer));
            if (answer.gone()) {
                stop();
            }
            next();
        });
    }
}
