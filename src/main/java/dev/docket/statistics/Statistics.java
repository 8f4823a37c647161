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

    private static final String SUMS = "SELECT greatest(month, ?) AS month, kind, "
            + Arrays.stream(Status.values())
                    .map(status -> "sum(%1$s) AS %1$s".formatted(status.json()))
                    .collect(Collectors.joining(", "))
            + " FROM month_of_documents WHERE month <= ? AND ";

    private static final String DECISIONS =
            "SELECT month, kind, %s, %s ".formatted(all("accepted_after"), all("rejected_after"))
                    + "FROM month_of_documents WHERE month >= ? AND month <= ? AND ";

    private static final String VERDICTS =
            "SELECT role, %s FROM month_of_verdicts WHERE month >= ? AND month <= ? AND ".formatted(all("seconds"));

    private static final String PROPOSED = "SELECT status_date, count(*) FROM document WHERE status = 'proposed' AND ";

    private final DataSource database;
    private final Clock clock;

    Statistics(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The numbers in all arrays of a group, as text with commas: a row for each of its projects would take far longer. */
    private static String all(String arrays) {
        return "string_agg(nullif(array_to_string(%s, ','), ''), ',')".formatted(arrays);
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
        Select.of(SUMS, period.firstDay().minusMonths(1), period.lastMonth())
                .add(whose.condition())
                .add(" GROUP BY 1, 2")
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
        return Select.of(DECISIONS, period.firstDay(), period.lastMonth())
                .add(whose.condition())
                .add(" GROUP BY month, kind")
                .list(database, row -> new Lead(Cell.of(row), seconds(row, 3), seconds(row, 4)));
    }

    private static int[] seconds(ResultSet row, int column) throws SQLException {
        String numbers = row.getString(column);
        return numbers == null
                ? new int[0]
                : Arrays.stream(numbers.split(",", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }

    private List<RoleLatency> verdicts(Period period, Whose whose) {
        return Select.of(VERDICTS, period.firstDay(), period.lastMonth())
                .add(whose.condition())
                .add(" GROUP BY role")
                .list(database, row -> Map.entry(row.getString(1), Times.of(List.of(seconds(row, 2)))))
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(role -> new RoleLatency(role.getKey().isEmpty() ? null : role.getKey(), role.getValue()))
                .sorted(Comparator.comparing(role -> -role.latency().count()))
                .limit(Stats.MAX_ROLES)
                .toList();
    }

    private OpenProposals proposed(Whose whose) {
        TreeMap<LocalDate, Long> sinceDays = new TreeMap<>(Comparator.reverseOrder());
        Select.of(PROPOSED)
                .add(whose.condition())
                .add(" GROUP BY status_date")
                .list(database, row -> Map.entry(row.getObject(1, LocalDate.class), row.getLong(2)))
                .forEach(day -> sinceDays.put(day.getKey(), day.getValue()));
        return OpenProposals.of(sinceDays, today());
    }
}
