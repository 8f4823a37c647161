package dev.docket.statistics;

import dev.docket.api.Select;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Statistics of the months as they were counted last, which is at most seconds ago, and of what is proposed now. */
@ApplicationScoped
class Statistics {

    private static final String SUMS =
            "SELECT greatest(month, ?) AS month, kind, " + Counts.each("sum(sign * %1$s) AS %1$s") + " FROM ";

    private static final String DECISIONS = "SELECT month, kind, sign, accepted_after, rejected_after FROM ";

    private static final String VERDICTS = "SELECT role, sign, seconds FROM ";

    private static final String PROPOSED = "SELECT status_date, count(*) FROM document WHERE status = 'proposed' AND ";

    private final DataSource database;
    private final Clock clock;

    Statistics(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In how many statuses there are how many documents more. */
    private static Select documents(Whose whose) {
        return whose.months("month_of_documents", "month, kind", Counts.each("%1$s"), Counts.each("sum(%1$s)"));
    }

    /** How long decisions took. */
    private static Select decisions(Whose whose) {
        return whose.months(
                "month_of_documents",
                "month, kind",
                "accepted_after, rejected_after",
                Seconds.JOINED.formatted("accepted_after") + ", " + Seconds.JOINED.formatted("rejected_after"));
    }

    /** How long verdicts took. */
    private static Select verdicts(Whose whose) {
        return whose.months("month_of_verdicts", "month, role", "seconds", Seconds.JOINED.formatted("seconds"));
    }

    YearMonth thisMonth() {
        return YearMonth.from(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A month of a kind. */
    private record Cell(YearMonth month, Kind kind) {

        static Cell of(ResultSet row) throws SQLException {
            return new Cell(YearMonth.from(row.getObject(1, LocalDate.class)), Kind.of(row.getString(2)));
        }
    }

    /** How long decisions took, row by row. */
    private record Outcomes(Seconds accepted, Seconds rejected) {}

    /** How many seconds decisions took. */
    private record Lead(Cell cell, int[] accepted, int[] rejected) {}

    Stats of(Period period, Whose whose) {
        Map<Cell, Counts> changes = changes(period, whose);
        List<Lead> leads = leads(period, whose);
        Map<Cell, List<Lead>> leadsOf = leads.stream().collect(Collectors.groupingBy(Lead::cell));
        Map<Kind, Counts> sum = new HashMap<>();
        List<Month> months = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            sum.put(kind, changes.getOrDefault(new Cell(period.from().minusMonths(1), kind), Counts.NONE));
        }
        for (YearMonth month : period.months()) {
            for (Kind kind : Kind.values()) {
                Cell cell = new Cell(month, kind);
                Counts now = sum.merge(kind, changes.getOrDefault(cell, Counts.NONE), Counts::plus);
                months.add(new Month(month.toString(), kind, now, decided(leadsOf.getOrDefault(cell, List.of()))));
            }
        }
        return new Stats(
                period.from().toString(),
                period.to().toString(),
                months,
                Arrays.stream(Kind.values())
                        .map(kind -> new Stats.OfKind(
                                kind,
                                decided(leads.stream()
                                        .filter(lead -> lead.cell().kind() == kind)
                                        .toList())))
                        .toList(),
                verdicts(period, whose),
                proposed(whose));
    }

    private static Decided decided(List<Lead> leads) {
        return Decided.of(
                leads.stream().map(Lead::accepted).toList(),
                leads.stream().map(Lead::rejected).toList());
    }

    /** By how much the counts change in each month; all that was before counts as the month before the first. */
    private Map<Cell, Counts> changes(Period period, Whose whose) {
        Map<Cell, Counts> changes = new HashMap<>();
        Select.of(SUMS, period.firstDay().minusMonths(1))
                .add(documents(whose))
                .add(" WHERE month <= ? GROUP BY 1, 2", period.lastMonth())
                .list(database, row -> Map.entry(Cell.of(row), counts(row)))
                .forEach(change -> changes.put(change.getKey(), change.getValue()));
        return changes;
    }

    private static Counts counts(ResultSet row) throws SQLException {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, row.getLong(status.json()));
        }
        return Counts.of(counts);
    }

    private List<Lead> leads(Period period, Whose whose) {
        Map<Cell, Outcomes> outcomes = new HashMap<>();
        in(period, Select.of(DECISIONS).add(decisions(whose))).list(database, row -> {
            Outcomes cell = outcomes.computeIfAbsent(Cell.of(row), any -> new Outcomes(new Seconds(), new Seconds()));
            cell.accepted().add(row, "accepted_after");
            cell.rejected().add(row, "rejected_after");
            return cell;
        });
        return outcomes.entrySet().stream()
                .map(cell -> new Lead(
                        cell.getKey(),
                        cell.getValue().accepted().sorted(),
                        cell.getValue().rejected().sorted()))
                .toList();
    }

    private static Select in(Period period, Select months) {
        return months.add(" WHERE month >= ? AND month <= ?", period.firstDay(), period.lastMonth());
    }

    private List<RoleLatency> verdicts(Period period, Whose whose) {
        Map<String, Seconds> roles = new TreeMap<>();
        in(period, Select.of(VERDICTS).add(verdicts(whose))).list(database, row -> {
            String role = row.getString("role");
            roles.computeIfAbsent(role, any -> new Seconds()).add(row, "seconds");
            return role;
        });
        return roles.entrySet().stream()
                .map(role -> new RoleLatency(
                        role.getKey().isEmpty() ? null : role.getKey(),
                        Times.of(List.of(role.getValue().sorted()))))
                .filter(role -> role.latency().count() > 0) // or it is one of hidden projects only
                .sorted(Comparator.comparing(role -> -role.latency().count()))
                .limit(Stats.MAX_ROLES)
                .toList();
    }

    private OpenProposals proposed(Whose whose) {
        TreeMap<LocalDate, Long> sinceDays = new TreeMap<>(Comparator.reverseOrder());
        Select.of(PROPOSED)
                .add(whose.documents())
                .add(" GROUP BY status_date")
                .list(database, row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
                .forEach(day -> sinceDays.put(day.getKey(), day.getValue()));
        return OpenProposals.of(sinceDays, today());
    }
}
