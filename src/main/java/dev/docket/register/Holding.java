package dev.docket.register;

import dev.docket.access.Caller;
import dev.docket.api.Select;
import dev.docket.project.Scope;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/** A policy role that a caller holds in a project, as a member by name or by a group, and as an approver of it. */
record Holding(long project, String role) {

    private static final String HELD = """
            SELECT DISTINCT m.project_id, held.role FROM member m CROSS JOIN unnest(m.policy_roles) AS held (role)
            WHERE m.principal = ANY (?) AND EXISTS (SELECT FROM member judging WHERE judging.project_id = m.project_id
              AND judging.principal = ANY (?) AND 'approver' = ANY (judging.roles)) AND\s""";

    /** Those of the caller in the projects. */
    static List<Holding> of(DataSource database, Caller caller, Scope scope) {
        List<String> names = Arrays.asList(caller.names());
        return Select.of(HELD, names, names)
                .add(scope.has("m.project_id").plain())
                .list(database, row -> new Holding(row.getLong(1), row.getString(2)));
    }
}
