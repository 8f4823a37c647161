package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From every status to every other, asked by every role: what lifecycle.md says, and nothing else. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class TransitionRolesTest {

    private enum Who {
        READER,
        APPROVER,
        AUTHOR,
        /** An author, of a document that it made. */
        CREATOR,
        MAINTAINER,
        ADMIN
    }

    private static final Set<Who> WRITERS = EnumSet.range(Who.AUTHOR, Who.ADMIN);
    private static final Set<Who> DECIDERS = EnumSet.of(Who.MAINTAINER, Who.ADMIN);
    private static final Set<Who> NOBODY = EnumSet.noneOf(Who.class);

    /** Of what is asked in every build: one in so many. */
    private static final int SOME = 7;

    private final Map<Who, String> tokens = new EnumMap<>(Who.class);
    private final Map<Kind, String> successors = new EnumMap<>(Kind.class);
    private Desk maintainer;
    private Desk creator;

    @BeforeEach
    void oneOfEachRole() {
        maintainer = Desk.ofNewProject();
        creator = maintainer.colleague("creator", List.of("author"));
        tokens.put(Who.CREATOR, creator.authorization());
        tokens.put(Who.MAINTAINER, maintainer.authorization());
        tokens.put(Who.ADMIN, "Bearer " + Api.ADMIN);
        for (Who who : EnumSet.of(Who.READER, Who.APPROVER, Who.AUTHOR)) {
            String role = who.name().toLowerCase(java.util.Locale.ROOT);
            tokens.put(
                    who, maintainer.colleague(role, List.of(role), "security").authorization());
        }
        for (Kind kind : Kind.values()) {
            successors.put(kind, Desk.ref(kind, maintainer.inStatus(kind, Status.ACCEPTED)));
        }
    }

    @Test
    void someMovesAreThoseOfTheTable() {
        Tally.count("transitions: status x status x role, some of them", check(SOME));
    }

    @Test
    @Tag("long")
    void allMovesAreThoseOfTheTable() {
        Tally.count("transitions: status x status x role", check(1));
    }

    private int check(int oneIn) {
        int cell = 0;
        int cases = 0;
        for (Kind kind : Kind.values()) {
            for (Status from : Status.values()) {
                if (kind == Kind.ADR && from == Status.IMPLEMENTED) {
                    continue;
                }
                int number = 0;
                for (Status to : Status.values()) {
                    for (Who who : Who.values()) {
                        if (cell++ % oneIn == 0) {
                            number = number == 0 ? inStatus(kind, from) : number;
                            number = asked(kind, number, from, to, who) ? 0 : number;
                            cases++;
                        }
                    }
                }
            }
        }
        return cases;
    }

    /** Whether it moved. */
    private boolean asked(Kind kind, int number, Status from, Status to, Who who) {
        String before = maintainer.tag(kind, number);
        Response answer = Api.anonymous()
                .header("Authorization", tokens.get(who))
                .contentType("application/json")
                .header("If-Match", before)
                .body(request(kind, to))
                .post(maintainer.path(kind, number) + "/transitions");
        String name = "%s %s -> %s by %s: %s".formatted(kind, from, to, who, answer.asString());
        assertThat(answer.statusCode()).as(name).isEqualTo(expected(kind, from, to, who));
        boolean moved = answer.statusCode() == 200;
        if (moved) {
            assertThat(answer.<String>path("status")).as(name).isEqualTo(to.json());
        } else {
            assertThat(maintainer.tag(kind, number)).as(name).isEqualTo(before);
        }
        if (answer.statusCode() == 409) {
            assertThat(answer.<List<String>>path("blockers.code")).as(name).containsExactly("no-such-move");
        }
        return moved;
    }

    private Map<String, String> request(Kind kind, Status to) {
        Map<String, String> request = Map.of("to", to.json(), "comment", "because");
        return to == Status.SUPERSEDED ? Map.of("to", to.json(), "by", String.valueOf(successors.get(kind))) : request;
    }

    private static int expected(Kind kind, Status from, Status to, Who who) {
        Set<Who> may = may(kind, from, to);
        if (may.isEmpty()) {
            return WRITERS.contains(who) ? 409 : 403;
        }
        return may.contains(who) ? 200 : 403;
    }

    /** The table of lifecycle.md; nobody where there is no such move. */
    private static Set<Who> may(Kind kind, Status from, Status to) {
        return switch (from.json() + " -> " + to.json()) {
            case "draft -> proposed", "proposed -> draft" -> WRITERS;
            case "draft -> withdrawn", "proposed -> withdrawn" -> EnumSet.range(Who.CREATOR, Who.ADMIN);
            case "accepted -> implemented" -> kind == Kind.RFC ? WRITERS : NOBODY;
            case "proposed -> accepted",
                    "proposed -> rejected",
                    "accepted -> deprecated",
                    "implemented -> deprecated",
                    "accepted -> superseded",
                    "implemented -> superseded",
                    "deprecated -> superseded" -> DECIDERS;
            default -> NOBODY;
        };
    }

    private int inStatus(Kind kind, Status status) {
        int number = creator.created(kind, Desk.complete(kind));
        maintainer.bring(kind, number, status);
        return number;
    }
}
