package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In whatever order requests come, no document is accepted against its policy. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class ApprovalRacesTest {

    private static final Logger LOG = Logger.getLogger(ApprovalRacesTest.class);

    @Inject
    DataSource database;

    enum Race {
        VERDICT_WITH_EDIT(ApprovalRaces::verdictWithEdit),
        VERDICT_WITH_VERDICT(ApprovalRaces::verdictWithVerdict),
        ACCEPTANCE_WITH_EDIT(ApprovalRaces::acceptanceWithEdit),
        ACCEPTANCE_WITH_VETO(ApprovalRaces::acceptanceWithVeto),
        ACCEPTANCE_WITH_POLICY_CHANGE(ApprovalRaces::acceptanceWithPolicyChange),
        ACCEPTANCE_WITH_LEAVING_MEMBER(ApprovalRaces::acceptanceWithLeavingMember);

        private final BiFunction<ApprovalRaces, Integer, String> round;

        Race(BiFunction<ApprovalRaces, Integer, String> round) {
            this.round = round;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsAcceptedAgainstThePolicy(Race race) {
        run(race, 5);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void inAHundredRoundsNothingIsAcceptedAgainstThePolicy(Race race) {
        assertThat(run(race, 100)).as("both ways to end were seen").hasSize(2);
    }

    /** How the rounds ended, each of which is checked, and how often. */
    private Map<String, Integer> run(Race race, int rounds) {
        ApprovalRaces races = new ApprovalRaces(database);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            outcomes.merge(race.round.apply(races, round), 1, Integer::sum);
        }
        LOG.infof("%s: %s", race, outcomes);
        return outcomes;
    }
}
