package dev.docket.statistics;

import dev.docket.api.Parameters;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which months statistics are wanted of. */
public class PeriodQuery {

    static final String MONTH_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private static final Pattern MONTH = Pattern.compile(MONTH_PATTERN);
    private static final int MONTHS = 12;

    @QueryParam("from")
    @Parameter(
            description = "The first month, in UTC; eleven before the last one when left out.",
            example = "2026-01",
            schema = @Schema(pattern = MONTH_PATTERN, maxLength = 7))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "The last month, at most 119 after the first; the present one when left out.",
            example = "2026-12",
            schema = @Schema(pattern = MONTH_PATTERN, maxLength = 7))
    @Nullable
    String to;

    /** 400 for what is no month, or too many of them. */
    Period period(YearMonth now) {
        YearMonth last = to == null ? now : month("to", to);
        return new Period(from == null ? last.minusMonths(MONTHS - 1) : month("from", from), last);
    }

    private static YearMonth month(String parameter, String text) {
        if (!MONTH.matcher(text).matches() || text.startsWith("0000")) {
            throw Parameters.bad(parameter, "month", "a month such as 2026-01");
        }
        return YearMonth.parse(text);
    }
}
