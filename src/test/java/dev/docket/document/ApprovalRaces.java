package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.document.Acceptance.Rules;
import dev.docket.document.content.Kind;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import javax.sql.DataSource;

/**
 * One project in which two requests race over a proposal that the role security has to approve, again and again. Every
 * round checks from the log that the proposal was accepted only in line with the policy and the members of its place in
 * the order, and answers how it ended.
 */
final class ApprovalRaces {

    private static final Kind ADR = Kind.ADR;
    private static final Rules ONE_ROLE = new Rules(List.of("security"), 0);
    private static final Rules TWO_ROLES = new Rules(List.of("security", "legal"), 0);
    private static final Rules TWO_PEOPLE = new Rules(List.of("security"), 2);

    private final DataSource database;
    private final Desk maintainer = Desk.ofNewProject();
    private final Desk author = maintainer.colleague("author", List.of("author"));
    private final Desk security = maintainer.colleague("security", List.of("approver"), "security");
    private final Desk second = maintainer.colleague("second", List.of("approver"), "security");
    private final Map<String, Set<String>> holders =
            Map.of(security.principal, Set.of("security"), second.principal, Set.of("security"));

    ApprovalRaces(DataSource database) {
        this.database = database;
        maintainer.rules(ADR, ONE_ROLE.said());
    }

    String verdictWithEdit(int round) {
        int number = proposal();
        String approval = maintainer.approvalOf(ADR, number, "security");
        List<Integer> statuses = race(
                round, number, () -> judge(security, number, approval, "approved", "*"), () -> edit(number, round));
        assertThat(statuses.get(0)).isIn(200, 409);
        assertThat(statuses.get(1)).isEqualTo(200);
        assertThat(acceptedWhereTheLogAllows(number)).isEqualTo("refused");
        return statuses.get(0) == 200 ? "outdated" : "late";
    }

    String acceptanceWithEdit(int round) {
        int number = approved();
        List<Integer> statuses = race(round, number, () -> accept(round, number), () -> edit(number, round));
        return oneOf(statuses, number);
    }

    String acceptanceWithVeto(int round) {
        int number = approved();
        String approval = maintainer.approvalOf(ADR, number, "security");
        List<Integer> statuses = race(
                round, number, () -> accept(round, number), () -> judge(second, number, approval, "rejected", "*"));
        return oneOf(statuses, number);
    }

    String acceptanceWithPolicyChange(int round) {
        int number = approved();
        Rules stricter = round % 2 == 0 ? TWO_ROLES : TWO_PEOPLE;
        int status = race(round, number, () -> accept(round, number), () -> {
                    maintainer.rules(ADR, stricter.said());
                    return 200;
                })
                .get(0);
        String outcome = inOrder(status, number, stricter, holders);
        maintainer.rules(ADR, ONE_ROLE.said());
        return outcome;
    }

    String acceptanceWithLeavingMember(int round) {
        int number = approved();
        int status = race(round, number, () -> accept(round, number), () -> {
                    Api.removeMember(maintainer.project, security.principal);
                    return 200;
                })
                .get(0);
        String outcome = inOrder(status, number, ONE_ROLE, Map.of(second.principal, Set.of("security")));
        Api.member(maintainer.project, security.principal, List.of("approver"), List.of("security"));
        return outcome;
    }

    String verdictWithVerdict(int round) {
        int number = proposal();
        String approval = maintainer.approvalOf(ADR, number, "security");
        String tag = round % 2 == 0 ? "*" : "\"1\"";
        List<Integer> statuses = race(
                round,
                number,
                () -> judge(security, number, approval, "approved", tag),
                () -> judge(second, number, approval, "rejected", tag));
        assertThat(statuses).contains(200);
        if (!tag.equals("*")) {
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
        return acceptedWhereTheLogAllows(number);
    }

    private int proposal() {
        return author.created(ADR, Desk.complete(ADR));
    }

    private int approved() {
        int number = proposal();
        maintainer.judgeAs(security, ADR, number);
        return number;
    }

    /** With the tag of the approved proposal, or with any: then nothing but the lock keeps it in line. */
    private int accept(int round, int number) {
        return maintainer
                .move(ADR, number, round % 2 == 0 ? "*" : "\"2\"", Map.of("to", "accepted"))
                .statusCode();
    }

    private int edit(int number, int round) {
        return author.patch(ADR, number, "*", Map.of("context", Map.of("problem", "Worse since round " + round)))
                .statusCode();
    }

    private static int judge(Desk by, int number, String approval, String verdict, String tag) {
        return by.request()
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("verdict", verdict, "revision", 1))
                .put(by.path(ADR, number) + "/approvals/" + approval + "/verdict")
                .statusCode();
    }

    /** The first two rounds are one after the other, either way round; later ones give a start to the first or second. */
    private List<Integer> race(int round, int number, IntSupplier first, IntSupplier second) {
        if (round == 0) {
            return List.of(first.getAsInt(), second.getAsInt());
        }
        if (round == 1) {
            int earlier = second.getAsInt();
            return List.of(first.getAsInt(), earlier);
        }
        return Together.run(2, 2, nth -> {
            if (round % 3 == nth) {
                maintainer.read(ADR, number);
            }
            return (nth == 0 ? first : second).getAsInt();
        });
    }

    /** Of an acceptance and what would rule it out, one succeeds. */
    private String oneOf(List<Integer> statuses, int number) {
        boolean accepted = statuses.get(0) == 200;
        assertThat(statuses.get(accepted ? 1 : 0)).as("the loser: %s", statuses).isIn(409, 412);
        assertThat(statuses.get(accepted ? 0 : 1))
                .as("the winner: %s", statuses)
                .isEqualTo(200);
        Acceptance log = Acceptance.of(maintainer, ADR, number);
        assertThat(log.accepted()).isEqualTo(accepted);
        List<String> obstacles = log.obstacles(ONE_ROLE, holders);
        assertThat(obstacles.isEmpty()).as("%s", obstacles).isEqualTo(accepted);
        return accepted ? "accepted" : "refused";
    }

    private String acceptedWhereTheLogAllows(int number) {
        List<String> obstacles = Acceptance.of(maintainer, ADR, number).obstacles(ONE_ROLE, holders);
        Response answer = maintainer.move(ADR, number, "*", Map.of("to", "accepted"));
        assertThat(answer.statusCode()).as("%s", obstacles).isEqualTo(obstacles.isEmpty() ? 200 : 409);
        return obstacles.isEmpty() ? "accepted" : "refused";
    }

    /** An acceptance after the change has to be in line with what holds after it, one before it with what held before. */
    private String inOrder(int status, int number, Rules after, Map<String, Set<String>> holdersAfter) {
        assertThat(status).isIn(200, 409);
        Acceptance log = Acceptance.of(maintainer, ADR, number);
        assertThat(log.accepted()).isEqualTo(status == 200);
        assertThat(log.obstacles(ONE_ROLE, holders)).isEmpty();
        assertThat(log.obstacles(after, holdersAfter)).isNotEmpty();
        if (log.accepted()) {
            assertThat(acceptedIn(number, log.revision()))
                    .as("the transaction of the acceptance, and of the change that rules it out")
                    .isLessThan(changedIn());
        }
        return log.accepted() ? "accepted" : "refused";
    }

    /** A transaction gets its number when it first locks or writes a row, thus after those that it waited for. */
    private long acceptedIn(int number, int revision) {
        return number("""
                SELECT r.xmin::text::bigint FROM revision r
                JOIN document d ON d.id = r.document_id JOIN project p ON p.id = d.project_id
                WHERE p.key = ? AND d.kind = 'adr' AND d.number = %d AND r.number = %d""".formatted(number, revision));
    }

    private long changedIn() {
        return number("SELECT xmin::text::bigint FROM project WHERE key = ?");
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, maintainer.project);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
