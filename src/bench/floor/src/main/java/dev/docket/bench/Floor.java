package dev.docket.bench;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Answers the bytes of a revision by its key, and does nothing else: no address, no caller, no tag. */
@Path("/{document}/{revision}")
@Produces(MediaType.APPLICATION_JSON)
public class Floor {

    private static final String READ = "SELECT content FROM revision_content WHERE document_id = ? AND number = ?";

    private final DataSource database;

    Floor(DataSource database) {
        this.database = database;
    }

    /** The content of the revision; 404 where there is none. */
    @GET
    public byte[] get(long document, int revision) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            select.setLong(1, document);
            select.setInt(2, revision);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    return row.getBytes(1);
                }
            }
        }
        throw new NotFoundException();
    }
}
