package dev.docket.register;

import dev.docket.TestClock;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every question to a register, on every page, is answered as looking at every document answers it. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RegistersTest {

    @Inject
    TestClock clock;

    @Test
    void registersAnswerAsLookingAtEveryDocumentDoes() {
        compare(40, 20, 20261129);
    }

    @Test
    @Tag("long")
    void manyRegistersAnswerAsLookingAtEveryDocumentDoes() {
        for (int seed = 0; seed < 2; seed++) {
            compare(150, 100, seed);
        }
    }

    private void compare(int documents, int questions, long seed) {
        Random random = new Random(seed);
        Comparison comparison = new Comparison(random, new Stock(random).make(documents, clock));
        for (int i = 0; i < questions; i++) {
            comparison.risks();
            comparison.approvals();
            comparison.reviews();
        }
        Tally.count("registers: lists as looking at every document", 3 * questions);
    }
}
