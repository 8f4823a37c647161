package dev.docket.register;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A document that is due.")
record ReviewEntry(
        @Schema(description = "The document.", required = true)
        Named document,

        @Schema(description = "What it is due for.", required = true)
        Reason reason,

        @Schema(
                description =
                        "Since when it is due: its day to be looked at again, or the day on which it had been proposed "
                                + "for proposedDays.",
                required = true)
        LocalDate dueOn,

        @Schema(
                description = "For how many days it has been due; negative where the day is still to come.",
                examples = "12",
                required = true)
        long overdueDays) {}
