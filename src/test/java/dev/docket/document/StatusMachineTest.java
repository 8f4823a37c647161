package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks every pair of statuses, for both kinds, against the table as people read it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class StatusMachineTest {

    private static final Map<String, Set<String>> BOTH = Map.of(
            "draft", Set.of("proposed", "withdrawn"),
            "proposed", Set.of("draft", "accepted", "rejected", "withdrawn"),
            "accepted", Set.of("deprecated", "superseded"),
            "implemented", Set.of("deprecated", "superseded"),
            "deprecated", Set.of("superseded"),
            "rejected", Set.of(),
            "withdrawn", Set.of(),
            "superseded", Set.of());

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyPairOfStatusesIsAMoveOrIsRefused(Kind kind) {
        Desk desk = Desk.ofNewProject();
        String successor = Desk.ref(kind, desk.inStatus(kind, Status.ACCEPTED));
        for (Status from : statuses(kind)) {
            for (Status to : Status.values()) {
                Map<String, String> request = new LinkedHashMap<>(Map.of("to", to.json(), "comment", "because"));
                if (to == Status.SUPERSEDED) {
                    request.put("by", successor);
                }
                int number = desk.inStatus(kind, from);
                var before = desk.read(kind, number);
                Response response = desk.move(kind, number, request);
                String pair = kind + ": " + from + " to " + to + ": " + response.asString();
                if (allowed(kind, from).contains(to.json())) {
                    assertThat(response.statusCode()).as(pair).isEqualTo(200);
                    assertThat(response.<String>path("status")).as(pair).isEqualTo(to.json());
                    assertThat(response.<List<?>>path("record"))
                            .as(pair)
                            .hasSize(before.get("record").size() + 1);
                } else {
                    assertThat(response.statusCode()).as(pair).isEqualTo(409);
                    assertThat(response.<String>path("type")).as(pair).isEqualTo("/problems/blocked");
                    assertThat(response.<List<?>>path("blockers")).as(pair).isNotEmpty();
                    assertThat(new HashSet<>(response.<List<String>>path("open")))
                            .as(pair)
                            .isEqualTo(allowed(kind, from));
                    assertThat(desk.read(kind, number)).as(pair).isEqualTo(before);
                }
            }
        }
    }

    @Test
    void whatMovesAreOpenIsToldWithWhatBlocksThem() {
        Desk desk = Desk.ofNewProject();
        desk.rules(Kind.ADR, Map.of("requiredRoles", List.of("security")));
        int number = desk.created(Kind.ADR, Map.of("title", "No problem stated", "status", "draft"));
        var moves = desk.request().get(desk.path(Kind.ADR, number) + "/transitions");
        assertThat(moves.<List<String>>path("moves.to")).containsExactlyInAnyOrder("proposed", "withdrawn");
        assertThat(moves.<Boolean>path("moves.find { it.to == 'proposed' }.open"))
                .isFalse();
        assertThat(moves.<String>path("moves.find { it.to == 'proposed' }.blockers[0].pointer"))
                .isEqualTo("/context/problem");
        assertThat(moves.<List<String>>path("moves.find { it.to == 'withdrawn' }.needs"))
                .containsExactly("comment");
    }

    @Test
    void aReasonIsWantedWhereTheTableSaysSo() {
        Desk desk = Desk.ofNewProject();
        Map<Status, String> moves = new HashMap<>(
                Map.of(Status.PROPOSED, "rejected", Status.DRAFT, "withdrawn", Status.ACCEPTED, "deprecated"));
        moves.forEach((from, to) -> {
            Response response = desk.move(Kind.RFC, desk.inStatus(Kind.RFC, from), Map.of("to", to));
            assertThat(response.statusCode()).isEqualTo(409);
            assertThat(response.<String>path("blockers[0].code")).isEqualTo("reason");
        });
    }

    private static Set<String> allowed(Kind kind, Status from) {
        Set<String> allowed = new HashSet<>(BOTH.get(from.json()));
        if (kind == Kind.RFC && from == Status.ACCEPTED) {
            allowed.add("implemented");
        }
        return allowed;
    }

    /** An ADR is never implemented: there is no way to bring one there. */
    private static List<Status> statuses(Kind kind) {
        return java.util.Arrays.stream(Status.values())
                .filter(status -> kind == Kind.RFC || status != Status.IMPLEMENTED)
                .toList();
    }
}
