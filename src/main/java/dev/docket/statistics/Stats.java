package dev.docket.statistics;

import dev.docket.document.content.Kind;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Statistics", description = "How decisions went in a period; times are in seconds.")
record Stats(
        @Schema(
                description = "The first month.",
                examples = "2026-01",
                required = true,
                pattern = PeriodQuery.MONTH_PATTERN,
                maxLength = 7)
        String from,

        @Schema(
                description = "The last month.",
                examples = "2026-12",
                required = true,
                pattern = PeriodQuery.MONTH_PATTERN,
                maxLength = 7)
        String to,

        @Schema(
                description = "Every month in order, each with one entry for ADRs and one for RFCs.",
                required = true,
                maxItems = 2 * Period.MAX_MONTHS)
        List<Month> months,

        @Schema(description = "What was decided in the whole period, by kind.", required = true, maxItems = 2)
        List<OfKind> decided,

        @Schema(
                description = "The verdicts of the whole period by policy role: the 100 with most of them.",
                required = true,
                maxItems = Stats.MAX_ROLES)
        List<RoleLatency> approvals,

        @Schema(description = "What waits for a decision now, whatever the period.", required = true)
        OpenProposals openProposals) {

    static final int MAX_ROLES = 100;

    @Schema(name = "DecidedOfKind", description = "The decisions of one kind.")
    record OfKind(
            @Schema(description = "adr or rfc.", required = true)
            Kind kind,

            @Schema(description = "What was decided.", required = true)
            Decided decided) {}
}
