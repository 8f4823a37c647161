package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.access.Role;
import dev.docket.access.Scope;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.sample.Call;
import dev.docket.proof.sample.Ground;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What each role may do with each operation is what the table of permissions says: in the project that one is a member
 * of, in another one that everybody reads, and in one that is not there for others. Who may gets a 2xx; nobody else
 * changes anything.
 */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RoleMatrixTest {

    /** Those that tell most: they are asked in every build. */
    private static final Set<Set<Role>> FEW = Set.of(Set.of(Role.READER), Set.of(Role.MAINTAINER));

    private enum Place {
        OWN,
        INTERNAL,
        RESTRICTED
    }

    private final Map<Place, Ground> grounds = new EnumMap<>(Place.class);

    private final List<String> failures = new ArrayList<>();

    @Inject
    DataSource database;

    @Test
    void rolesMayWhatTheTableSays() {
        int cases = prepare().stream()
                .filter(actor -> FEW.contains(actor.roles()) && actor.has(Scope.values()))
                .mapToInt(actor -> check(actor, List.of(Place.OWN)))
                .sum();
        assertThat(cases).isGreaterThan(Sampled.guarded().size());
        assertThat(failures).isEmpty();
        Tally.count("permissions: role x request x project, some roles", cases);
    }

    @Test
    @Tag("long")
    void everyRoleMayWhatTheTableSaysEverywhere() {
        int cases = prepare().stream()
                .mapToInt(actor -> check(actor, List.of(Place.values())))
                .sum();
        assertThat(failures).isEmpty();
        Tally.count("permissions: role x request x project", cases);
    }

    private List<Actor> prepare() {
        grounds.put(Place.OWN, Ground.prepare("restricted"));
        grounds.put(Place.INTERNAL, Ground.prepare("internal"));
        grounds.put(Place.RESTRICTED, Ground.prepare("restricted"));
        return Actor.of(ground(Place.OWN));
    }

    private Ground ground(Place place) {
        return Objects.requireNonNull(grounds.get(place));
    }

    private int check(Actor actor, List<Place> places) {
        int cases = 0;
        for (Sampled sampled : Sampled.guarded()) {
            for (Place place : places) {
                if (place == Place.OWN || sampled.operation().ofProject()) {
                    failure(sampled, place == Place.OWN ? actor : actor.elsewhere(), place)
                            .ifPresent(failures::add);
                    cases++;
                }
            }
        }
        return cases;
    }

    private Optional<String> failure(Sampled sampled, Actor actor, Place place) {
        try {
            check(sampled, actor, place);
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of("%s by %s in %s: %s".formatted(sampled, actor.name(), place, e.getMessage()));
        }
    }

    private void check(Sampled sampled, Actor actor, Place place) {
        Ground ground = ground(place);
        boolean reads = place == Place.INTERNAL
                || !actor.roles().isEmpty()
                || !actor.global().isEmpty();
        Call call = sampled.call(ground, actor.caller());
        if (actor.may(sampled.needs(), reads)) {
            Response answer = call.send(Api.as(actor.caller().token()));
            assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
            return;
        }
        String before = State.of(database);
        Response answer = call.send(Api.as(actor.caller().token()));
        String name = answer.asString();
        if (sampled.operation().ofProject() && !reads) {
            assertThat(answer.statusCode()).as(name).isEqualTo(hiding(actor, sampled));
            assertThat(answer.asString()).as(name).doesNotContain(ground.marker);
        } else {
            assertThat(answer.statusCode()).as(name).isIn(sampled.sample().refusals());
        }
        assertThat(State.of(database)).as(name).isEqualTo(before);
    }

    /** A token without the scope to read is told so by every GET, of whatever project. */
    private static int hiding(Actor actor, Sampled sampled) {
        return sampled.operation().reads() && !actor.has(Scope.READ) ? 403 : 404;
    }
}
