package dev.docket.register;

import dev.docket.api.Kebab;
import dev.docket.api.Names;
import dev.docket.document.Address;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NamedDocument", description = "The document that an entry of a register is about.")
record Named(
        @Schema(
                description = "The key of its project.",
                examples = "payments",
                required = true,
                maxLength = Names.PROJECT)
        String project,

        @Schema(description = "adr or rfc.", required = true)
        Kind kind,

        @Schema(description = "Its number.", examples = "42", required = true, minimum = "1")
        int number,

        @Schema(
                description = "Its name within the project.",
                examples = "ADR-0042",
                required = true,
                maxLength = Bounds.REF)
        String ref,

        @Schema(
                description = "What is decided or proposed.",
                examples = "Partition the ledger by month",
                required = true,
                maxLength = Bounds.TITLE)
        String title,

        @Schema(description = "Where it is in its lifecycle.", required = true)
        Status status,

        @Schema(
                description = "Where the service has it.",
                examples = "/api/v1/projects/payments/adrs/42",
                required = true,
                maxLength = 120)
        String href) {

    /** Of a row with the columns of {@link Register}. */
    static Named of(ResultSet row) throws SQLException {
        Address address = new Address(Kind.of(row.getString("kind")), row.getString("project"), row.getInt("number"));
        return new Named(
                address.project(),
                address.kind(),
                address.number(),
                address.ref(),
                row.getString("title"),
                Kebab.constant(Status.class, row.getString("status")),
                address.path());
    }
}
