package dev.docket.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long each of many things took, in seconds: those of all rows, less those of the rows that are taken off. */
final class Seconds {

    /** The aggregate in SQL of all arrays of a group, the shortest first; as text, for no aggregate joins arrays. */
    static final String JOINED = """
            (SELECT coalesce(array_agg(each ORDER BY each), '{}') FROM unnest(
              string_to_array(string_agg(nullif(array_to_string(%s, ','), ''), ','), ',')::integer[]) AS each)""";

    private final List<int[]> counted = new ArrayList<>();
    private final List<int[]> takenOff = new ArrayList<>();

    /** Adds what a row has in the column, an array; it counts or is taken off, as its {@code sign} says. */
    void add(ResultSet row, String column) throws SQLException {
        Integer[] seconds = (Integer[]) row.getArray(column).getArray();
        int[] plain = new int[seconds.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = seconds[i];
        }
        (row.getInt("sign") > 0 ? counted : takenOff).add(plain);
    }

    /** The shortest first. */
    int[] sorted() {
        return without(sorted(counted), sorted(takenOff));
    }

    /** All of them, the shortest first: quickly, where each part is in that order. */
    static int[] sorted(List<int[]> parts) {
        int[] all = new int[parts.stream().mapToInt(part -> part.length).sum()];
        int next = 0;
        for (int[] part : parts) {
            System.arraycopy(part, 0, all, next, part.length);
            next += part.length;
        }
        Arrays.sort(all);
        return all;
    }

    /** Each as often as it is in the first more than in the second. */
    private static int[] without(int[] all, int[] less) {
        int kept = 0;
        int next = 0;
        for (int each : all) {
            while (next < less.length && less[next] < each) {
                next++;
            }
            if (next < less.length && less[next] == each) {
                next++;
            } else {
                all[kept++] = each;
            }
        }
        return Arrays.copyOf(all, kept);
    }
}
