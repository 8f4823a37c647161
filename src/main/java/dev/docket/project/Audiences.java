package dev.docket.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Who may read which projects, as it is now. */
@ApplicationScoped
public class Audiences {

    private static final String OF = """
            SELECT p.id, p.visibility = 'internal' AS everybody, CASE WHEN p.visibility = 'internal' THEN '{}'
              ELSE array(SELECT principal FROM member m WHERE m.project_id = p.id) END AS members
            FROM project p WHERE p.id = ANY (?)
            """;

    private final DataSource database;

    Audiences(DataSource database) {
        this.database = database;
    }

    /** The audiences of these projects, by id, in one query; none of what is no project. */
    public Map<Long, Audience> of(Collection<Long> projects) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF)) {
            select.setArray(1, connection.createArrayOf("bigint", projects.toArray()));
            try (ResultSet row = select.executeQuery()) {
                Map<Long, Audience> audiences = new HashMap<>();
                while (row.next()) {
                    audiences.put(row.getLong(1), new Audience(row.getBoolean(2), Set.of((String[])
                            row.getArray(3).getArray())));
                }
                return audiences;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the projects cannot be read", e);
        }
    }
}
