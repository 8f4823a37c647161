package dev.docket.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * All that requests can change, in a text that differs when it does. Whoever lets requests change something else counts
 * it here.
 */
final class State {

    private static final String ALL = """
            SELECT concat_ws(' ',
              (SELECT concat_ws(' ', count(*), sum(version), sum(members_version)) FROM project),
              (SELECT count(*) FROM member),
              (SELECT concat_ws(' ', count(*), count(revoked_at)) FROM token),
              (SELECT concat_ws(' ', count(*), sum(cardinality(global_roles)), count(anonymised_at)) FROM principal),
              (SELECT concat_ws(' ', count(*), sum(revision)) FROM document),
              (SELECT count(*) FROM import),
              (SELECT concat_ws(' ', count(*), sum(version)) FROM webhook),
              (SELECT count(*) FROM webhook_delivery WHERE position IS NULL))
            """;

    private State() {}

    static String of(DataSource database) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ALL)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
