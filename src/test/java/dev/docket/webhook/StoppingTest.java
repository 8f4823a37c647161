package dev.docket.webhook;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.TestClock;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.webhook.Receiver.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a webhook stops, and how it goes on. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class StoppingTest {

    @Inject
    TestClock clock;

    @Inject
    MeterRegistry registry;

    @Test
    void aReceiverThatIsGoneIsToldNoMore() throws Exception {
        try (Receiver receiver = Receiver.start();
                Receiver other = Receiver.start()) {
            receiver.answers(410);
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            Hook.made(desk, other, Map.of("types", List.of("dev.docket.project.webhook-disabled.v1")));
            desk.created(Kind.ADR, Map.of("title", "One"));
            Eventually.holds(() -> assertThat(hook.get().<String>path("state")).isEqualTo("disabled"));
            assertThat(hook.get().<String>path("disabledBecause")).isEqualTo("gone");
            assertThat(hook.deliveries(""))
                    .singleElement()
                    .extracting(DeliveryView::state)
                    .isEqualTo(DeliveryState.DEAD);
            assertThatJson(other.await(1).get(0).body()).node("data").isEqualTo("""
                    {"webhook": %s, "reason": "gone", "actor": "docket"}
                    """.formatted(
                            hook.get().<Object>path("id")));
            desk.created(Kind.ADR, Map.of("title", "Two"));
            other.await(1);
            receiver.await(1);
            assertThat(desk.request().post(hook.path() + "/test").statusCode()).isEqualTo(409);

            receiver.answers(200);
            hook.become("active");
            List<Received> received = receiver.await(3);
            assertThat(received.get(1).body()).contains("webhook-disabled");
            assertThat(received.get(2).body()).contains("ADR-0002");
        }
    }

    @Test
    void oneThatFailsForDaysIsDisabled() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            receiver.answers(500);
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            desk.created(Kind.ADR, Map.of("title", "One"));
            hook.newest(1);
            clock.forward(Duration.ofDays(5).minusMinutes(1));
            hook.newest(2);
            assertThat(hook.get().<String>path("state")).isEqualTo("active");
            clock.forward(Duration.ofHours(1));
            Eventually.holds(
                    () -> assertThat(hook.get().<String>path("disabledBecause")).isEqualTo("failing"));
            assertThat(registry.counter("docket.webhooks.disabled", "reason", "failing")
                            .count())
                    .isPositive();
        } finally {
            clock.back();
        }
    }

    @Test
    void whatHappensWhileItIsPausedComesAfterwards() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            desk.created(Kind.ADR, Map.of("title", "Before"));
            receiver.await(1);
            hook.become("paused");
            for (int i = 2; i <= 10; i++) {
                desk.created(Kind.ADR, Map.of("title", "Number " + i));
            }
            Thread.sleep(500);
            receiver.await(1);
            assertThat(hook.deliveries("")).hasSize(1);
            hook.become("active");
            desk.created(Kind.ADR, Map.of("title", "After"));
            List<Received> received = receiver.await(10 + 1);
            for (int i = 0; i < received.size(); i++) {
                assertThat(received.get(i).body()).contains("ADR-%04d\"".formatted(i + 1));
            }
        }
    }

    @Test
    void whoeverMayNotReadTheProjectAnyMoreIsToldNothing() throws Exception {
        String project = Api.project(Map.of("visibility", "restricted"));
        Desk other = Desk.of(Api.unique("other"), project, List.of("maintainer"), List.of());
        Desk owner = Desk.of(Api.unique("owner"), project, List.of("maintainer"), List.of());
        try (Receiver receiver = Receiver.start()) {
            Hook hook = Hook.made(owner, receiver);
            other.created(Kind.ADR, Map.of("title", "One"));
            receiver.await(1);
            Api.removeMember(project, owner.principal());
            other.created(Kind.ADR, Map.of("title", "Two"));
            Hook seen = new Hook(other, hook.path(), hook.secret());
            Eventually.holds(
                    () -> assertThat(seen.get().<String>path("disabledBecause")).isEqualTo("owner-cannot-read"));
            receiver.await(1);
            assertThat(hook.get().statusCode()).isEqualTo(404);

            seen.become("active");
            assertThat(seen.get().<String>path("owner")).isEqualTo(other.principal());
            Eventually.holds(() -> assertThat(receiver.received().size()).isGreaterThanOrEqualTo(3));
        }
    }
}
