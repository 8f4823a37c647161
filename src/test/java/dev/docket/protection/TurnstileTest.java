package dev.docket.protection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Together;
import dev.docket.protection.Turnstile.Entrance;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final List<String> admitted = new ArrayList<>();

    @Test
    void soManyGetInSoManyWaitAndTheRestIsTurnedAway() {
        Turnstile turnstile = new Turnstile(2, 1);
        assertThat(turnstile.enter(visitor("a"))).isEqualTo(Entrance.IN);
        assertThat(turnstile.enter(visitor("b"))).isEqualTo(Entrance.IN);
        assertThat(turnstile.enter(visitor("c"))).isEqualTo(Entrance.WAITING);
        assertThat(turnstile.enter(visitor("d"))).isEqualTo(Entrance.FULL);
        assertThat(turnstile.inside()).isEqualTo(2);
        turnstile.leave();
        assertThat(admitted).containsExactly("c");
        assertThat(turnstile.inside()).isEqualTo(2);
        turnstile.leave();
        turnstile.leave();
        assertThat(turnstile.inside()).isZero();
    }

    @Test
    void whoeverGivesUpIsPassedOver() {
        Turnstile turnstile = new Turnstile(1, 3);
        turnstile.enter(visitor("a"));
        var b = visitor("b");
        turnstile.enter(b);
        turnstile.enter(visitor("c"));
        turnstile.giveUp(b);
        turnstile.giveUp(b);
        turnstile.leave();
        assertThat(admitted).containsExactly("c");
    }

    @Test
    void noPlaceIsLostOrGivenTwice() {
        Turnstile turnstile = new Turnstile(8, 1_000);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        Together.run(2_000, 16, i -> {
            Runnable stay = () -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                inside.decrementAndGet();
                served.incrementAndGet();
                turnstile.leave();
            };
            if (turnstile.enter(stay::run) == Entrance.IN) {
                stay.run();
            }
            return i;
        });
        assertThat(served.get()).isEqualTo(2_000);
        assertThat(turnstile.inside()).isZero();
        assertThat(most.get()).isBetween(1, 8);
    }

    private Turnstile.Visitor visitor(String name) {
        return () -> admitted.add(name);
    }
}
