package dev.docket.document;

import static dev.docket.document.Proposal.ADR;
import static dev.docket.document.Proposal.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways to have a document accepted that its policy's security has not approved as it stands: after each of them the
 * maintainer is refused, and the document is as open as before.
 */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CheatsTest {

    /** What may stand in the way: nothing but approvals, and that a draft is not accepted. */
    private static final Set<String> BLOCKERS = Set.of(
            "approval-pending",
            "approval-stale",
            "approval-void",
            "approval-abstained",
            "objection",
            "role-missing",
            "too-few-approvals",
            "no-such-move");

    /** One in so many is tried in every build. */
    private static final int SOME = 4;

    @FunctionalInterface
    interface Cheat extends Consumer<Proposal> {}

    static Stream<Arguments> cheats() {
        return Stream.concat(CheatsOfPeople.all(), CheatsByOtherDoors.all());
    }

    static Arguments cheat(String name, Cheat cheat) {
        return Arguments.of(name, cheat);
    }

    /** Else nothing would be proved by what leads nowhere. */
    @Test
    void theStraightWayLeadsThere() {
        Proposal proposal = new Proposal();
        proposal.approve(proposal.security);
        status(200, proposal.maintainer.accept(ADR, proposal.number));
    }

    static Stream<Arguments> some() {
        List<Arguments> all = cheats().toList();
        return IntStream.range(0, all.size()).filter(i -> i % SOME == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("some")
    void someLeadNowhere(String name, Cheat cheat) {
        attempt(cheat);
        Tally.count("approvals: ways to cheat, some of them", 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cheats")
    @Tag("long")
    void allLeadNowhere(String name, Cheat cheat) {
        attempt(cheat);
        Tally.count("approvals: ways to cheat", 1);
    }

    private static void attempt(Cheat cheat) {
        Proposal proposal = new Proposal();
        cheat.accept(proposal);
        Response refused = proposal.maintainer.accept(ADR, proposal.number);
        status(409, refused);
        assertThat(refused.<List<String>>path("blockers.code")).isNotEmpty().allMatch(BLOCKERS::contains);
        assertThat(proposal.maintainer.read(ADR, proposal.number).get("status").asText())
                .isIn("draft", "proposed");
    }
}
