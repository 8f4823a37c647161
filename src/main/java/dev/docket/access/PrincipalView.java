package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Kebab;
import dev.docket.api.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Principal", description = "A person or a service account that acts.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PrincipalView(
        @Schema(description = "The principal's id.", examples = "17", minimum = "1", required = true)
        long id,

        @Schema(
                description = "The name that it acts under; of one that was anonymised, one that says nothing.",
                examples = "mira.holt",
                maxLength = Names.PRINCIPAL,
                pattern = Names.PRINCIPAL_PATTERN,
                required = true)
        String name,

        @Schema(description = "What it is.", required = true)
        PrincipalKind kind,

        @Schema(
                description = "How people call it; absent if nobody has said.",
                examples = "Mira Holt",
                maxLength = PrincipalView.DISPLAY_NAME)
        @Nullable
        String displayName,

        @Schema(
                description = "The global roles that it was given; groups of the identity provider may give it more.",
                examples = "[\"auditor\"]",
                maxItems = 2,
                required = true)
        SortedSet<GlobalRole> globalRoles,

        @Schema(
                description = "The identity provider's groups that it was in when it last signed in.",
                examples = "[\"payments-team\"]",
                maxItems = Caller.GROUPS,
                required = true)
        List<String> groups,

        @Schema(description = "When it came to be known.", required = true)
        Instant createdAt,

        @Schema(description = "When it was anonymised; absent if it was not.") @Nullable
        Instant anonymisedAt,

        @Schema(
                description = "Counts up with every change of what is shown here; its ETag.",
                examples = "1",
                minimum = "1",
                required = true)
        int version) {

    /** In UTF-16 code units. */
    static final int DISPLAY_NAME = 200;

    /** The columns that it is read from, of the table {@code principal}. */
    static final String COLUMNS =
            "id, name, kind, display_name, global_roles, groups, created_at, anonymised_at, version";

    static PrincipalView of(ResultSet row) throws SQLException {
        OffsetDateTime anonymisedAt = row.getObject("anonymised_at", OffsetDateTime.class);
        return new PrincipalView(
                row.getLong("id"),
                row.getString("name"),
                Kebab.constant(PrincipalKind.class, row.getString("kind")),
                row.getString("display_name"),
                new TreeSet<>(Kebab.set(GlobalRole.class, (String[])
                        row.getArray("global_roles").getArray())),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                anonymisedAt == null ? null : anonymisedAt.toInstant(),
                row.getInt("version"));
    }

    /** Where the principal of that id is read. */
    static String path(long id) {
        return "/api/v1/principals/" + id;
    }
}
