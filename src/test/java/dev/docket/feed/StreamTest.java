package dev.docket.feed;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.TestClock;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.event.Event;
import dev.docket.event.EventType;
import dev.docket.event.Outbox;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The live stream: what happens reaches whoever may read it, and nobody else, for as long as that is so. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class StreamTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry registry;

    @Inject
    TestClock clock;

    private final List<StreamReader> readers = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        clock.back();
        readers.forEach(StreamReader::close);
        Eventually.holds(() -> assertThat(gauge("docket.streams.open")).isZero());
    }

    private StreamReader reader(String token, String query) throws Exception {
        StreamReader reader = StreamReader.begun(base(), token, query, null);
        readers.add(reader);
        return reader;
    }

    private static URI base() {
        return URI.create("http://localhost:" + RestAssured.port);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void tellsWhatHappensAndGoesOnWhereItEnded() throws Exception {
        Desk desk = Desk.ofNewProject();
        String filter = "kind=adr&project=" + desk.project();
        StreamReader reader = reader(Api.ADMIN, filter);
        Following pages = new Following(Api.ADMIN, filter, reader.id());
        int number = desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        assertThat(desk.moved(Kind.ADR, number, "accepted")).isEqualTo(200);

        List<String> told = reader.await(2);

        List<Map<String, Object>> read = pages.await(2);
        assertThatJson(told.toString()).isEqualTo(read);
        assertThat(Long.parseLong(reader.id())).isEqualTo(position(read.get(1)));
        StreamReader again = StreamReader.begun(base(), Api.ADMIN, filter, "" + position(read.get(0)));
        readers.add(again);
        assertThat(again.await(1)).containsExactly(told.get(1));
        StreamReader byCursor = reader(Api.ADMIN, filter + "&cursor=0");
        assertThat(byCursor.await(2)).isEqualTo(told);
    }

    private static long position(Map<String, Object> event) {
        return Long.parseLong(String.valueOf(event.get("sequence")));
    }

    @Test
    void isHeldToTheContractAndRefusesWhatItCannotServe() throws Exception {
        Response bad = Api.as(Api.ADMIN)
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", "yesterday")
                .get("/api/v1/events");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.<String>path("errors[0].parameter")).isEqualTo("Last-Event-ID");
        StreamReader future = StreamReader.open(base(), Api.ADMIN, "cursor=999999999999", null);
        assertThat(future.status()).isEqualTo(400);
        StreamReader nobody = StreamReader.open(base(), "nobody", "", null);
        assertThat(nobody.status()).isEqualTo(401);
        String writer = Api.principalToken(Api.unique("writer"), "write");
        assertThat(StreamReader.open(base(), writer, "", null).status()).isEqualTo(403);
    }

    @Test
    void whatOneMayNotReadIsNotTold() throws Exception {
        Desk open = Desk.ofNewProject();
        Desk hidden = Desk.of(
                Api.unique("maintainer"),
                Api.project(Map.of("visibility", "restricted")),
                List.of("maintainer"),
                List.of());
        String member = Api.unique("member");
        Api.member(hidden.project(), member, List.of("reader"), List.of());
        String projects = "kind=adr&project=%s&project=%s".formatted(open.project(), hidden.project());
        StreamReader outsider = reader(Api.principalToken(Api.unique("outsider")), projects);
        StreamReader insider = reader(Api.principalToken(member), projects);

        open.created(Kind.ADR, Desk.complete(Kind.ADR));
        hidden.created(Kind.ADR, Desk.complete(Kind.ADR));
        insider.await(2);
        Api.removeMember(hidden.project(), member);
        hidden.created(Kind.ADR, Desk.complete(Kind.ADR));
        restrict(open.project(), "restricted");
        open.created(Kind.ADR, Desk.complete(Kind.ADR));
        restrict(open.project(), "internal");
        open.created(Kind.ADR, Desk.complete(Kind.ADR));

        assertThat(insider.await(3)).element(2).asString().contains(open.project() + "/ADR-0003");
        assertThat(outsider.await(2).toString()).doesNotContain(hidden.project(), open.project() + "/ADR-0002");
        Tally.count("stream: events told to those who may read them, of 5 by 2 readers", 5);
    }

    private static void restrict(String project, String visibility) {
        assertThat(Api.as(Api.ADMIN)
                        .contentType("application/merge-patch+json")
                        .header("If-Match", "*")
                        .body(Map.of("visibility", visibility))
                        .patch("/api/v1/projects/" + project)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void endsWithTheToken() throws Exception {
        Response revoked = Api.token(Map.of("principal", Api.unique("leaver"), "name", "t", "scopes", List.of("read")));
        String soon = Instant.now().plusSeconds(3_600).toString();
        String expiring = Api.token(Map.of(
                        "principal", Api.unique("guest"), "name", "t", "scopes", List.of("read"), "expiresAt", soon))
                .path("token");
        StreamReader leaver = reader(revoked.path("token"), "");
        StreamReader guest = reader(expiring, "");
        StreamReader stayer = reader(Api.ADMIN, "");
        assertThat(Api.as(Api.ADMIN)
                        .header("If-Match", "*")
                        .delete("/api/v1/tokens/" + revoked.path("id"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(leaver.end(SOON)).as("in good order").isTrue();
        clock.forward(Duration.ofHours(2));
        assertThat(guest.end(SOON)).as("in good order").isTrue();
        clock.back();
        Desk.ofNewProject();
        Eventually.holds(() -> assertThat(stayer.events()).isNotEmpty());
    }

    @Test
    void cutsOffWhoDoesNotRead() throws Exception {
        String project = Api.project();
        try (Socket idle = new Socket()) {
            idle.setReceiveBufferSize(4_096);
            idle.connect(new InetSocketAddress(base().getHost(), base().getPort()));
            OutputStream out = idle.getOutputStream();
            out.write("""
                    GET /api/v1/events HTTP/1.1
                    Host: docket
                    Accept: text/event-stream
                    Authorization: Bearer %s

                    """.formatted(Api.ADMIN).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            Eventually.holds(() -> assertThat(gauge("docket.streams.open")).isEqualTo(1));
            StreamReader other = reader(Api.ADMIN, "type=dev.docket.project.created.v1");
            double cut = slow();
            tell(project, 100, "x".repeat(100_000));
            tell(project, 1_500, "");
            Eventually.holds(() -> assertThat(slow()).isEqualTo(cut + 1));
            Desk.ofNewProject();
            Eventually.holds(() -> assertThat(other.events()).isNotEmpty());
        }
    }

    private double slow() {
        return registry.find("docket.streams.dropped").tag("reason", "slow").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void tell(String project, int times, String ref) {
        Event event =
                Event.ofProject(EventType.PROJECT_CHANGED, Instant.now(), "admin", 1, project, Map.of("ref", ref));
        QuarkusTransaction.requiringNew().run(() -> outbox.add(Collections.nCopies(times, event)));
    }

    @Test
    void hundredsOfStreamsTakeNoThreadsAndNoPlaceAmongTheRequests() throws Exception {
        Desk desk = Desk.ofNewProject();
        int before = Thread.activeCount();
        for (int principal = 0; principal < 6; principal++) {
            String token = Api.principalToken(Api.unique("reader"));
            for (int i = 0; i < 50; i++) {
                readers.add(StreamReader.open(base(), token, "kind=adr&project=" + desk.project(), null));
            }
        }
        for (StreamReader each : readers) {
            assertThat(each.status()).isEqualTo(200);
            Eventually.holds(() -> assertThat(each.id()).isNotEmpty());
        }
        assertThat(gauge("docket.streams.open")).isEqualTo(300);
        assertThat(gauge("docket.requests.in.flight")).isLessThan(10);
        assertThat(Thread.activeCount() - before).as("threads more").isLessThan(100);

        desk.created(Kind.ADR, Desk.complete(Kind.ADR));

        for (StreamReader each : readers) {
            assertThat(each.await(1)).hasSize(1);
        }
        Tally.count("stream: streams open at once on one replica", readers.size());
    }

    @Test
    void onePrincipalHasSoManyAndNoMore() throws Exception {
        String token = Api.principalToken(Api.unique("hoarder"));
        IntStream.range(0, 50).forEach(i -> readers.add(StreamReader.open(base(), token, "", null)));
        for (StreamReader each : readers) {
            assertThat(each.status()).isEqualTo(200);
        }
        Response more = Api.as(token).header("Accept", "text/event-stream").get("/api/v1/events");
        assertThat(more.statusCode()).isEqualTo(429);
        assertThat(more.header("Retry-After")).isNotNull();
        readers.get(0).close();
        Eventually.holds(() -> {
            StreamReader next = StreamReader.open(base(), token, "", null);
            readers.add(next);
            assertThat(next.status()).isEqualTo(200);
        });
    }
}
