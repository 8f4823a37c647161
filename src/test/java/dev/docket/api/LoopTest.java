package dev.docket.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turns = new Semaphore(0);

    private boolean turned(int times) throws InterruptedException {
        return turns.tryAcquire(times, 10, TimeUnit.SECONDS);
    }

    @Test
    void worksAtItsStartAndWhenItIsWoken() throws Exception {
        Loop loop = new Loop("test", NEVER, turns::release);
        assertThat(loop.runs()).isFalse();
        assertThat(loop.stop(PATIENCE)).as("it never ran").isFalse();
        loop.start();
        assertThat(turned(1)).isTrue();
        loop.wake();
        assertThat(turned(1)).isTrue();
        assertThat(loop.stop(PATIENCE)).isTrue();
        assertThat(loop.runs()).isFalse();
    }

    @Test
    void looksByItself() throws Exception {
        Loop loop = new Loop("test", Duration.ofMillis(1), turns::release);
        loop.start();
        assertThat(turned(3)).isTrue();
        assertThat(loop.stop(PATIENCE)).isTrue();
    }

    @Test
    void goesOnAfterAFailure() throws Exception {
        Loop loop = new Loop("test", Duration.ofMillis(1), () -> {
            turns.release();
            throw new IllegalStateException("the database is away");
        });
        loop.start();
        assertThat(turned(2)).isTrue();
        assertThat(loop.stop(PATIENCE)).isTrue();
    }
}
