package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.access.GlobalRole;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import dev.docket.access.Scope;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each role may do with each operation is what the table of permissions says, in every kind of project. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RoleMatrixTest {

    /** Bodies and permissions of the operations where it depends on the request which permission they take. */
    private static final Map<String, Sample> SAMPLES = Map.of(
            "moveAdr", new Sample("{\"to\": \"rejected\"}", Permission.REJECT, "\"0\""),
            "moveRfc", new Sample("{\"to\": \"rejected\"}", Permission.REJECT, "\"0\""),
            "giveAdrVerdict", new Sample(verdict(), Permission.JUDGE, "*"),
            "giveRfcVerdict", new Sample(verdict(), Permission.JUDGE, "*"),
            "withdrawAdrApproval", new Sample("", Permission.ASK_APPROVAL, ""),
            "withdrawRfcApproval", new Sample("", Permission.ASK_APPROVAL, ""),
            "getToken", new Sample("", Permission.MANAGE_TOKENS, ""),
            "revokeToken", new Sample("", Permission.MANAGE_TOKENS, ""),
            "createToken",
                    new Sample("{\"principal\": \"somebody-else\", \"name\": \"\"}", Permission.MANAGE_TOKENS, ""));

    private record Sample(String body, Permission needs, String ifMatch) {}

    /** Somebody with a token, and what it is. */
    private record Actor(String name, String token, Set<Role> roles, Set<GlobalRole> global, Set<Scope> scopes) {

        boolean may(Permission permission, boolean reads) {
            boolean scoped = permission.scope() == null || scopes.contains(permission.scope());
            boolean holds = permission.everybody()
                    || !Collections.disjoint(permission.globalRoles(), global)
                    || !Collections.disjoint(permission.roles(), roles)
                    || (permission == Permission.READ_PROJECT && reads)
                    || (global.contains(GlobalRole.ADMIN) && permission.roles().contains(Role.MAINTAINER));
            return scoped && holds;
        }
    }

    private static String verdict() {
        return "{\"verdict\": \"abstained\", \"revision\": 1}";
    }

    @Test
    void rolesMayWhatTheTableSays() {
        int cases = 0;
        for (String visibility : List.of("internal", "restricted")) {
            Ground ground = Ground.prepare(visibility);
            for (Actor actor : actors(ground)) {
                for (Operation operation : Operation.guarded()) {
                    check(ground, actor, operation, visibility.equals("internal"));
                    cases++;
                }
            }
        }
        Tally.count("permissions: role x operation x project", cases);
    }

    private static void check(Ground ground, Actor actor, Operation operation, boolean internal) {
        Sample sample = SAMPLES.getOrDefault(
                operation.id(), new Sample("{}", operation.needs().get(0), ""));
        boolean reads = internal || !actor.roles().isEmpty() || !actor.global().isEmpty();
        boolean may = actor.may(sample.needs(), reads);
        Response answer = send(ground, actor, operation, sample);
        String name = "%s by %s: %d %s".formatted(operation, actor.name(), answer.statusCode(), answer.asString());
        if (may) {
            assertThat(answer.statusCode()).as(name).isNotIn(401, 403, 404).isLessThan(500);
        } else if (operation.ofProject() && !reads) {
            assertThat(answer.statusCode()).as(name).isIn(hiding(actor, operation));
            assertThat(answer.asString()).as(name).doesNotContain(ground.marker);
        } else {
            assertThat(answer.statusCode())
                    .as(name)
                    .isIn(operation.path().contains("/tokens/{") ? List.of(403, 404) : List.of(403));
        }
    }

    /** A token without the scope to read is told so by every GET, of whatever project. */
    private static List<Integer> hiding(Actor actor, Operation operation) {
        boolean told = operation.method().equals("GET") && !actor.scopes().contains(Scope.READ);
        return told ? List.of(403) : List.of(404);
    }

    private static Response send(Ground ground, Actor actor, Operation operation, Sample sample) {
        RequestSpecification request = Api.as(actor.token());
        operation.bodyType().ifPresent(type -> request.contentType(type).body(sample.body()));
        if (!sample.ifMatch().isEmpty()) {
            request.header("If-Match", sample.ifMatch());
        }
        return request.request(operation.method(), ground.path(operation));
    }

    private static List<Actor> actors(Ground ground) {
        List<Actor> actors = new ArrayList<>();
        Set<Scope> all = EnumSet.allOf(Scope.class);
        for (Role role : Role.values()) {
            actors.add(member(ground, role, all));
        }
        for (Scope scope : Scope.values()) {
            actors.add(member(ground, Role.MAINTAINER, EnumSet.of(scope)));
        }
        actors.add(new Actor("stranger", Api.principalToken(Api.unique("stranger")), Set.of(), Set.of(), all));
        for (GlobalRole role : GlobalRole.values()) {
            String token = Api.token(Map.of(
                            "principal", Api.unique(role.json()),
                            "name", "test",
                            "globalRoles", List.of(role.json()),
                            "scopes", List.of("read", "write", "admin")))
                    .path("token");
            actors.add(new Actor(role.json(), token, Set.of(), Set.of(role), all));
        }
        return actors;
    }

    private static Actor member(Ground ground, Role role, Set<Scope> scopes) {
        String principal = Api.unique(role.json());
        Api.member(ground.project, principal, List.of(role.json()), List.of("security"));
        String token =
                Api.principalToken(principal, scopes.stream().map(Scope::json).toArray(String[]::new));
        return new Actor(role.json() + " " + scopes, token, Set.of(role), Set.of(), scopes);
    }
}
