package dev.docket.project;

import static dev.docket.access.Role.APPROVER;
import static dev.docket.access.Role.AUTHOR;
import static dev.docket.access.Role.MAINTAINER;
import static dev.docket.access.Role.READER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.access.Caller;
import dev.docket.access.GlobalRole;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import dev.docket.access.Scope;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of permissions, cell by cell. */
class StandingTest {

    /** Reader, author, approver, maintainer; the scope. As the design has it, and written down apart from the code. */
    private static final Map<String, String> TABLE =
            """
            READ_PROJECT          x x x x  READ
            CREATE_DOCUMENT       - x - x  WRITE
            EDIT_DOCUMENT         - x - x  WRITE
            PROPOSE               - x - x  WRITE
            WITHDRAW_OWN          - x - x  WRITE
            WITHDRAW_ANY          - - - x  WRITE
            ACCEPT                - - - x  WRITE
            ACCEPT_BY_POLICY      - x - x  WRITE
            REJECT                - - - x  WRITE
            IMPLEMENT             - x - x  WRITE
            DEPRECATE             - - - x  WRITE
            SUPERSEDE             - - - x  WRITE
            ASK_APPROVAL          - x - x  WRITE
            JUDGE                 - - x -  WRITE
            OVERRIDE_OBJECTION    - - - x  WRITE
            WITHDRAW_ANY_REQUEST  - - - x  WRITE
            MANAGE_PROJECT        - - - x  ADMIN
            MANAGE_MEMBERS        - - - x  ADMIN
            READ_WEBHOOKS         - - - x  READ
            MANAGE_WEBHOOKS       - - - x  ADMIN
            IMPORT                - - - x  WRITE
            VERIFY                - - - x  READ
            """.lines().collect(Collectors.toMap(line -> line.substring(0, line.indexOf(' ')), line -> line));

    static Stream<Permission> ofProjects() {
        return Arrays.stream(Permission.values()).filter(Permission::ofProject);
    }

    static Stream<Arguments> cells() {
        return ofProjects()
                .flatMap(permission -> Arrays.stream(Role.values()).map(role -> Arguments.of(permission, role)));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aRoleHoldsWhatTheTableSays(Permission permission, Role role) {
        assertThat(member(role).may(permission)).isEqualTo(holds(permission, role));
    }

    @ParameterizedTest
    @MethodSource("ofProjects")
    void aRoleIsNothingWithoutTheScope(Permission permission) {
        Scope scope = Scope.valueOf(columns(permission)[5]);
        Set<Role> all = EnumSet.allOf(Role.class);
        assertThat(standing(caller(Set.of(scope)), all, false).may(permission)).isTrue();
        Standing others = standing(caller(EnumSet.complementOf(EnumSet.of(scope))), all, false);
        assertThat(others.may(permission)).isFalse();
        assertThatThrownBy(() -> others.require(permission)).isInstanceOfSatisfying(HttpProblem.class, problem -> {
            assertThat(problem.getStatusCode()).isEqualTo(403);
            assertThat(problem.getDetail()).isEqualTo("The token does not have the scope " + scope.json() + ".");
        });
    }

    @ParameterizedTest
    @MethodSource("ofProjects")
    void anAdminCountsAsMaintainerAndNeverAsApprover(Permission permission) {
        Caller admin = new Caller("root", Set.of(GlobalRole.ADMIN), EnumSet.allOf(Scope.class), Set.of());
        assertThat(standing(admin, Set.of(), false).may(permission)).isEqualTo(holds(permission, MAINTAINER));
        assertThat(standing(admin, Set.of(APPROVER), false).may(permission)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofProjects")
    void whoReadsWithoutBeingAMemberOnlyReads(Permission permission) {
        Caller auditor = new Caller("eye", Set.of(GlobalRole.AUDITOR), EnumSet.allOf(Scope.class), Set.of());
        assertThat(standing(auditor, Set.of(), false).may(permission))
                .isEqualTo(Set.of(Permission.READ_PROJECT, Permission.VERIFY).contains(permission));
        assertThat(standing(caller(EnumSet.allOf(Scope.class)), Set.of(), false).may(permission))
                .isEqualTo(permission == Permission.READ_PROJECT);
    }

    @ParameterizedTest
    @MethodSource("ofProjects")
    void anArchivedProjectCanBeReadAndBroughtBack(Permission permission) {
        Standing archived = standing(caller(EnumSet.allOf(Scope.class)), EnumSet.allOf(Role.class), true);
        assertThat(archived.may(permission)).isTrue();
        if (Set.of(Permission.READ_PROJECT, Permission.MANAGE_PROJECT).contains(permission)) {
            assertThat(archived.require(permission)).isSameAs(archived);
        } else {
            assertThatThrownBy(() -> archived.require(permission))
                    .isInstanceOfSatisfying(
                            HttpProblem.class,
                            problem -> assertThat(problem.getType()).hasToString("/problems/archived"));
        }
    }

    @Test
    void aRefusalNamesTheRolesThatWouldDo() {
        assertThatThrownBy(() -> member(READER).require(Permission.CREATE_DOCUMENT))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(403);
                    assertThat(problem.getDetail()).isEqualTo("It takes the role author or maintainer in payments.");
                });
    }

    @Test
    void severalRolesAddUp() {
        Standing both = standing(caller(EnumSet.allOf(Scope.class)), Set.of(AUTHOR, APPROVER), false);
        assertThat(both.may(Permission.CREATE_DOCUMENT)).isTrue();
        assertThat(both.may(Permission.JUDGE)).isTrue();
        assertThat(both.may(Permission.ACCEPT)).isFalse();
    }

    private static boolean holds(Permission permission, Role role) {
        return columns(permission)[1 + List.of(Role.values()).indexOf(role)].equals("x");
    }

    private static String[] columns(Permission permission) {
        return Objects.requireNonNull(TABLE.get(permission.name())).split(" +", 6);
    }

    private static Standing member(Role role) {
        return standing(caller(EnumSet.allOf(Scope.class)), Set.of(role), false);
    }

    private static Caller caller(Set<Scope> scopes) {
        return new Caller("mira.holt", Set.of(), scopes, Set.of());
    }

    private static Standing standing(Caller caller, Set<Role> roles, boolean archived) {
        return new Standing(1, "payments", archived, Policy.DEFAULT, caller, roles, Set.of());
    }
}
