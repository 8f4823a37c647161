package dev.docket.register;

import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which documents are wanted that are due. */
public class ReviewQuery extends RegisterQuery {

    private static final int MOST_DAYS = 3650;

    @QueryParam("reason")
    @Parameter(
            description = "Only what is due for this reason.",
            example = "[\"review\"]",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Reason.class, maxItems = Parameters.REPEATED))
    List<String> reason = List.of();

    @QueryParam("before")
    @Parameter(
            description =
                    "Only what is due before this day; left out: what is due today or has been. Days are those of UTC.",
            example = "2027-01-01")
    @Nullable
    LocalDate before;

    @QueryParam("proposedDays")
    @Parameter(
            description = "After so many days a proposed document is due for its decision; left out: as the service is "
                    + "configured, 14 at first.",
            example = "14",
            schema = @Schema(minimum = "0", maximum = "3650"))
    @Nullable
    Integer proposedDays;

    List<Reason> reasons() {
        return Parameters.constants("reason", Reason.class, reason);
    }

    LocalDate before(LocalDate today) {
        return Objects.requireNonNullElse(Parameters.on("before", before), today.plusDays(1));
    }

    int proposedDays(int usual) {
        int days = Objects.requireNonNullElse(proposedDays, usual);
        if (days < 0 || days > MOST_DAYS) {
            throw Parameters.bad("proposedDays", "out-of-range", "0 to " + MOST_DAYS);
        }
        return days;
    }

    /** All that is asked for, in a text that differs when it does. */
    String text() {
        return "reviews %s %s %s %s %s".formatted(project, kind, reason, before, proposedDays);
    }
}
