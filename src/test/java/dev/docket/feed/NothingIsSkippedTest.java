package dev.docket.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.RolledBack;
import dev.docket.Together;
import dev.docket.document.Desk;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever follows the feed gets every event once, in the one order, whatever the transactions or the line do. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class NothingIsSkippedTest {

    private static final int WRITERS = 16;
    private static final int EVENTS_OF_ONE = 5;
    private static final int SLOWEST = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Outbox outbox;

    @Inject
    DataSource database;

    @Test
    void slowTransactionsAndThreeReaders() throws Exception {
        slowTransactions(500);
    }

    @Test
    @Tag("long")
    void manySlowTransactionsAndThreeReaders() throws Exception {
        slowTransactions(5_000);
    }

    @Test
    void theStreamCutAgainAndAgain() throws Exception {
        cut(20);
    }

    @Test
    @Tag("long")
    void theStreamCutTwoHundredTimes() throws Exception {
        cut(200);
    }

    private void slowTransactions(int events) throws Exception {
        String project = Desk.ofNewProject().project();
        long id = id(project);
        String filter = "type=dev.docket.project.changed.v1&project=" + project;
        Following few = Following.fromNowOn(Api.ADMIN, filter);
        Following many = new Following(Api.ADMIN, filter, few.cursor());
        List<Integer> byFew = new ArrayList<>();
        List<Integer> byMany = new ArrayList<>();
        try (StreamReader stream = StreamReader.begun(base(), Api.ADMIN, filter, few.cursor())) {
            CompletableFuture<Void> reading = CompletableFuture.allOf(
                    CompletableFuture.runAsync(() -> follow(few, 7, byFew, events)),
                    CompletableFuture.runAsync(() -> follow(many, 200, byMany, events)));
            Together.run(events / EVENTS_OF_ONE, WRITERS, nth -> write(id, project, nth));
            reading.get();
            List<Integer> told = stream.await(events).stream()
                    .map(NothingIsSkippedTest::number)
                    .toList();
            assertThat(byFew).hasSize(events).containsExactlyInAnyOrderElementsOf(numbers(events));
            assertThat(byMany).isEqualTo(byFew);
            assertThat(told).isEqualTo(byFew);
        }
        Tally.count("feed: events of slow transactions, read by three readers", events);
    }

    /** One transaction that leaves its events at once and commits later, or never where it is done again. */
    private int write(long id, String project, int nth) {
        Random random = new Random(nth);
        if (random.nextInt(10) == 0) {
            RolledBack.run(() -> outbox.add(events(id, project, nth * EVENTS_OF_ONE)));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(events(id, project, nth * EVENTS_OF_ONE));
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(SLOWEST)).toNanos());
        });
        return nth;
    }

    private static List<Event> events(long id, String project, int first) {
        return IntStream.range(first, first + EVENTS_OF_ONE)
                .mapToObj(number -> Event.ofProject(
                        EventType.PROJECT_CHANGED, Instant.now(), "admin", id, project, Map.of("version", number)))
                .toList();
    }

    private static void follow(Following reader, int limit, List<Integer> seen, int events) {
        Instant deadline = Instant.now().plusSeconds(120);
        while (seen.size() < events && Instant.now().isBefore(deadline)) {
            for (Map<String, Object> event : reader.page(limit)) {
                if (event.get("data") instanceof Map<?, ?> data && data.get("version") instanceof Integer number) {
                    seen.add(number);
                }
            }
        }
    }

    private static List<Integer> numbers(int events) {
        return IntStream.range(0, events).boxed().toList();
    }

    private static int number(String event) {
        try {
            return JSON.readTree(event).at("/data/version").asInt();
        } catch (JsonProcessingException e) {
            throw new AssertionError(event, e);
        }
    }

    private void cut(int times) throws Exception {
        String project = Desk.ofNewProject().project();
        long id = id(project);
        String filter = "type=dev.docket.project.changed.v1&project=" + project;
        Following pages = Following.fromNowOn(Api.ADMIN, filter);
        String last = pages.cursor();
        Random random = new Random(times);
        List<Integer> told = new ArrayList<>();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> steadily(id, project, times * 10));
        for (int i = 0; i < times; i++) {
            StreamReader reader = StreamReader.open(base(), Api.ADMIN, filter, last);
            assertThat(reader.status()).isEqualTo(200);
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(40)).toNanos());
            String reached = reader.cut();
            last = reached.isEmpty() ? last : reached;
            reader.events().forEach(event -> told.add(number(event)));
        }
        writing.get();
        try (StreamReader rest = StreamReader.open(base(), Api.ADMIN, filter, last)) {
            Eventually.holds(
                    () -> assertThat(told.size() + rest.events().size()).isGreaterThanOrEqualTo(times * 10));
            rest.events().forEach(event -> told.add(number(event)));
        }
        assertThat(told).isEqualTo(numbers(times * 10));
        assertThat(pages.rest(null)).hasSize(times * 10);
        Tally.count("stream: cut and resumed by Last-Event-ID", times);
    }

    private void steadily(long id, String project, int events) {
        for (int i = 0; i < events; i++) {
            Event event = Event.ofProject(
                    EventType.PROJECT_CHANGED, Instant.now(), "admin", id, project, Map.of("version", i));
            QuarkusTransaction.requiringNew().run(() -> outbox.add(List.of(event)));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    private long id(String project) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT id FROM project WHERE key = ?")) {
            select.setString(1, project);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
