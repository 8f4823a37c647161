package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Strings made to be taken for something else, in every place of every request that takes a string: it is answered as
 * the contract says and never as our mistake, tells nothing of what is inside, and touches nothing else.
 */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class InjectionsTest {

    /** What only somebody who looks inside would see. */
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)\\bjava\\.|\\bdev\\.docket\\.[a-z]+\\.[A-Z]|org\\.(hibernate|postgresql|jboss)|jackson|\\.java:|"
                    + "PSQLException|SQLSTATE|syntax error at|stack ?trace|\\bSELECT .* FROM document\\b");

    /** Each place gets so many of the strings in every build, all of them in turn. */
    private static final int FEW = 1;

    /** And so many where there is time. */
    private static final int MANY = 40;

    /** More of them say no more. */
    private static final int FAILURES = 20;

    @Test
    void someStringsGetNowhere() {
        Tally.count("injections: string x place, some strings for each place", check(FEW));
    }

    @Test
    @Tag("long")
    void noStringGetsAnywhere() {
        Tally.count("injections: string x place", check(MANY));
    }

    private int check(int strings) {
        Ground ground = Ground.prepare("internal");
        Ground bystander = Ground.prepare("restricted");
        String before = bystander.picture();
        int cases = 0;
        int turn = 0;
        List<String> failures = new ArrayList<>();
        for (Sampled sampled : Sampled.all()) {
            Call good = sampled.call(ground, Ground.ADMIN);
            for (Slot slot : Slot.of(sampled.operation(), good)) {
                List<String> taken = Strings.ALL.stream().filter(slot.takes()).toList();
                assertThat(taken).as(slot.name()).hasSizeGreaterThanOrEqualTo(MANY);
                for (int i = 0; i < strings && failures.size() < FAILURES; i++) {
                    String string = taken.get(turn++ % taken.size());
                    answer(slot, slot.filled(good, string), string).ifPresent(failures::add);
                    cases++;
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(bystander.picture()).isEqualTo(before);
        return cases;
    }

    /** What is wrong with the answer. That it keeps to the contract, the client sees to. */
    private static Optional<String> answer(Slot slot, Call call, String string) {
        String name =
                "%s %s with %s in %s: ".formatted(call.method(), call.template(), Strings.shown(string), slot.name());
        try {
            Response answer = call.send(Api.as(Api.ADMIN));
            assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
            if (answer.statusCode() >= 400) {
                assertThat(INSIDE.matcher(answer.asString()).results().map(MatchResult::group))
                        .allMatch(string::contains);
            }
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(name + e.getMessage());
        }
    }
}
