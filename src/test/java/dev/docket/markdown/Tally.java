package dev.docket.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How often each of several things was right, by project, with what was wrong. */
final class Tally {

    private final Map<String, Map<String, int[]>> projects = new LinkedHashMap<>();
    private final Map<String, List<String>> wrong = new LinkedHashMap<>();

    /** Counts one case of a thing. */
    void add(String file, String thing, boolean right, String what) {
        for (String row : List.of(file.substring(0, file.indexOf('/')), "all")) {
            int[] counts = projects.computeIfAbsent(row, each -> new LinkedHashMap<>())
                    .computeIfAbsent(thing, each -> new int[2]);
            counts[0] += right ? 1 : 0;
            counts[1]++;
        }
        if (!right) {
            wrong.computeIfAbsent(thing, each -> new ArrayList<>()).add(file + ": " + what);
        }
    }

    void compare(String file, String thing, Object got, Object wanted) {
        add(file, thing, Objects.equals(got, wanted), "read " + got + ", not " + wanted);
    }

    /** The share that was right, in percent. */
    double percent(String thing) {
        int[] counts = projects.getOrDefault("all", Map.of()).getOrDefault(thing, new int[] {0, 0});
        return counts[1] == 0 ? 0 : 100.0 * counts[0] / counts[1];
    }

    List<String> wrong(String thing) {
        return wrong.getOrDefault(thing, List.of());
    }

    /** A table, a row for each project and one for all of them. */
    String table() {
        Map<String, int[]> all = new LinkedHashMap<>(projects.getOrDefault("all", Map.of()));
        Map<String, Map<String, int[]>> rows = new LinkedHashMap<>(projects);
        rows.remove("all");
        rows.put("all", all);
        StringBuilder table = new StringBuilder("%-36s".formatted("project"));
        all.keySet().forEach(thing -> table.append("%11s".formatted(thing)));
        rows.forEach((project, things) -> {
            table.append("%n%-36s".formatted(project));
            all.keySet().forEach(thing -> {
                int[] counts = things.getOrDefault(thing, new int[] {0, 0});
                table.append("%11s".formatted(counts[1] == 0 ? "–" : counts[0] + "/" + counts[1]));
            });
        });
        table.append("%n%-36s".formatted("percent"));
        all.keySet().forEach(thing -> table.append("%11.1f".formatted(percent(thing))));
        return table.append('\n').toString();
    }
}
