package dev.docket.webhook;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.TestClock;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import dev.docket.webhook.Receiver.Received;
import dev.docket.webhook.Receiver.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What receivers get, and when. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class DeliveryTest {

    private static final List<Duration> SCHEDULE = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    @Inject
    TestClock clock;

    @Inject
    MeterRegistry registry;

    @Test
    void everyEventComesOnceInOrderAndSigned() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            for (int i = 1; i <= 10; i++) {
                desk.created(Kind.ADR, Map.of("title", "Number " + i));
            }
            assertThat(desk.moved(Kind.ADR, 10, "proposed")).isEqualTo(409);

            List<Received> received = receiver.await(10);
            for (int i = 0; i < 10; i++) {
                Received message = received.get(i);
                message.verify(hook.secret());
                assertThatThrownBy(() -> message.verify(SigningSecret.fresh().text()))
                        .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
                assertThat(message.header("content-type")).isEqualTo("application/cloudevents+json");
                assertThat(message.path()).isEqualTo("/hook");
                assertThatJson(message.body()).isEqualTo("""
                        {"specversion": "1.0", "id": "%s", "source": "/api/v1/projects/%s",
                         "type": "dev.docket.document.created.v1", "subject": "%s/ADR-%04d",
                         "time": "${json-unit.any-string}", "datacontenttype": "application/json",
                         "sequence": "${json-unit.any-string}",
                         "data": {"ref": "ADR-%04d", "revision": 1, "status": "draft", "actor": "%s"}}
                        """.formatted(
                                message.id(), desk.project(), desk.project(), i + 1, i + 1, desk.principal()));
            }
            Eventually.holds(
                    () -> assertThat(hook.deliveries("?state=delivered")).hasSize(10));
            DeliveryView newest = hook.deliveries("?limit=1").get(0);
            assertThat(newest.event()).isEqualTo(received.get(9).id());
            assertThat(newest.attempts()).isEqualTo(1);
            assertThat(Hook.last(newest).status()).isEqualTo(204);
            assertThat(Hook.last(newest).number()).isEqualTo(1);
            assertThat(hook.deliveries("?state=pending")).isEmpty();
            Tally.count("webhooks: signatures verified by the independent library", 10);
        }
    }

    @Test
    void onlyWhatIsWantedComes() throws Exception {
        try (Receiver receiver = Receiver.start();
                Receiver everything = Receiver.start()) {
            Desk desk = Desk.ofNewProject();
            Hook.made(
                    desk,
                    receiver,
                    Map.of("types", List.of("dev.docket.document.transitioned.v1"), "kinds", List.of("rfc")));
            Hook.made(desk, everything);
            Desk other = Desk.ofNewProject();
            for (Desk each : List.of(other, desk)) {
                for (Kind kind : Kind.values()) {
                    int number = each.created(kind, Desk.complete(kind));
                    assertThat(each.accept(kind, number).statusCode()).isEqualTo(200);
                }
            }
            Api.member(desk.project(), "somebody", List.of("reader"), List.of());
            assertThat(everything.await(5))
                    .allSatisfy(message ->
                            assertThat(message.body()).contains("\"source\":\"/api/v1/projects/" + desk.project()));
            assertThat(receiver.await(1).get(0).body()).contains("/RFC-0001", "transitioned");
        }
    }

    @Test
    void failuresAreTriedAgainByTheScheduleUntilTheDeliveryIsDead() throws Exception {
        double before = attempts("dead");
        try (Receiver receiver = Receiver.start()) {
            receiver.answers(message -> new Reply(503, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw " + "x".repeat(9_000)));
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            desk.created(Kind.ADR, Map.of("title", "One"));
            for (int i = 0; i < SCHEDULE.size(); i++) {
                DeliveryView delivery = hook.newest(i + 1);
                DeliveryView.Attempt attempt = Hook.last(delivery);
                Instant ended = attempt.at().plusMillis(attempt.latencyMs());
                Duration wait = Duration.between(ended, delivery.nextAttemptAt());
                assertThat(wait)
                        .isBetween(
                                SCHEDULE.get(i),
                                Duration.ofMillis((long) (SCHEDULE.get(i).toMillis() * (1 + Schedule.JITTER)) + 1));
                clock.forward(wait.minusSeconds(1).minus(Duration.between(ended, clock.instant())));
                Thread.sleep(300);
                assertThat(receiver.received()).as("not before it is due").hasSize(i + 1);
                clock.forward(Duration.ofSeconds(1));
            }
            DeliveryView dead = hook.newest(10);
            assertThat(dead.state()).isEqualTo(DeliveryState.DEAD);
            assertThat(dead.nextAttemptAt()).isNull();
            assertThat(Hook.last(dead).status()).isEqualTo(503);
            assertThat(Hook.last(dead).excerpt()).startsWith("whsec_*** xxx").hasSize(Answer.EXCERPT);
            assertThat(hook.deliveries("?state=dead")).hasSize(1);
            List<Received> received = receiver.await(10);
            assertThat(received)
                    .extracting(Received::id)
                    .containsOnly(received.get(0).id());
            assertThat(received)
                    .extracting(Received::body)
                    .containsOnly(received.get(0).body());
            for (Received message : received) {
                assertThat(message.headers().firstValueAsLong("webhook-timestamp"))
                        .isPresent();
            }
            assertThat(attempts("dead") - before).isEqualTo(1);

            receiver.answers(200);
            assertThat(hook.again(dead).state()).isEqualTo(DeliveryState.PENDING);
            assertThat(hook.newest(11).state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(receiver.await(11).get(10).id())
                    .isEqualTo(received.get(0).id());
            Tally.count("webhooks: attempts of the schedule at their second", 10);
        } finally {
            clock.back();
        }
    }

    @Test
    void whatFailsDoesNotHoldUpWhatComesAfterIt() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            receiver.answers(message -> new Reply(message.body().contains("ADR-0001") ? 500 : 200, ""));
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            for (int i = 1; i <= 3; i++) {
                desk.created(Kind.ADR, Map.of("title", "Number " + i));
            }
            Eventually.holds(
                    () -> assertThat(hook.deliveries("?state=delivered")).hasSize(2));
            assertThat(hook.deliveries("?state=pending"))
                    .singleElement()
                    .extracting(DeliveryView::subject)
                    .isEqualTo(desk.project() + "/ADR-0001");
        }
    }

    @Test
    void aPingComesWhateverIsWantedAndIsNoEventOfTheFeed() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver, Map.of("kinds", List.of("adr")));
            DeliveryView queued = hook.ping();
            Received message = receiver.await(1).get(0);
            message.verify(hook.secret());
            assertThat(message.id()).isEqualTo(queued.event());
            assertThatJson(message.body()).isEqualTo("""
                    {"specversion": "1.0", "id": "%s", "source": "/api/v1/projects/%s",
                     "type": "dev.docket.webhook.ping.v1", "subject": "%s", "time": "${json-unit.any-string}",
                     "datacontenttype": "application/json",
                     "data": {"webhook": %s, "actor": "%s"}}
                    """.formatted(
                    message.id(), desk.project(), desk.project(), hook.get().<Object>path("id"), desk.principal()));
            assertThat(hook.newest(1).state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(queued.sequence()).isNull();
        }
    }

    @Test
    void whileASecretRotatesBothSign() throws Exception {
        try (Receiver receiver = Receiver.start()) {
            Desk desk = Desk.ofNewProject();
            Hook hook = Hook.made(desk, receiver);
            List<String> secrets = new ArrayList<>(List.of(hook.secret()));
            for (int i = 0; i < 2; i++) {
                Response rotated = hook.conditional().post(hook.path() + "/secret");
                assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
                assertThat(rotated.header("Cache-Control")).isEqualTo("no-store");
                secrets.add(rotated.path("secret"));
                hook.ping();
                Received message = receiver.await(i + 1).get(i);
                assertThat(message.header("webhook-signature")).matches("v1,\\S+ v1,\\S+");
                message.verify(secrets.get(i));
                message.verify(secrets.get(i + 1));
            }
            assertThat(secrets).doesNotHaveDuplicates();
            Received last = receiver.received().get(1);
            assertThatThrownBy(() -> last.verify(secrets.get(0)))
                    .isInstanceOf(com.standardwebhooks.exceptions.WebhookVerificationException.class);
            clock.forward(Duration.ofHours(25));
            hook.ping();
            Received later = receiver.await(3).get(2);
            assertThat(later.header("webhook-signature")).matches("v1,\\S+");
            assertThat(new SigningSecretCheck(secrets.get(2)).signed(later)).isTrue();
        } finally {
            clock.back();
        }
    }

    /** Where the library would refuse the timestamp, which is of the test's clock. */
    private record SigningSecretCheck(String secret) {

        boolean signed(Received message) {
            long timestamp =
                    message.headers().firstValueAsLong("webhook-timestamp").orElseThrow();
            String signature = SigningSecret.read(secret).orElseThrow().sign(message.id(), timestamp, message.body());
            return message.header("webhook-signature").equals(signature);
        }
    }

    private double attempts(String outcome) {
        return registry.counter("docket.webhook.deliveries", "outcome", outcome).count();
    }
}
