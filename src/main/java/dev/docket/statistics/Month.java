package dev.docket.statistics;

import dev.docket.document.content.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MonthOfDocuments", description = "One month of one kind.")
record Month(
        @Schema(
                description = "The month, in UTC.",
                examples = "2026-11",
                required = true,
                pattern = PeriodQuery.MONTH_PATTERN,
                maxLength = 7)
        String month,

        @Schema(description = "adr or rfc.", required = true)
        Kind kind,

        @Schema(description = "How many documents are in each status at its end, or now.", required = true)
        Counts documents,

        @Schema(description = "What was decided in it.", required = true)
        Decided decided) {}
