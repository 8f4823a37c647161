package dev.docket.markdown.http;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two texts, in the unified format, with three lines of context. Lines that texts begin or end with
 * alike are passed over first; where more than {@value #MAX_LINES} are left, all that is left counts as one change: the
 * search for the fewest changes takes time that grows with the square of their number.
 */
final class UnifiedDiff {

    /** Of both texts together. */
    static final int MAX_LINES = 10_000;

    private static final int CONTEXT = 3;

    private final List<String> before;
    private final List<String> after;
    private final int alikeFirst;
    private final int alikeLast;

    private UnifiedDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        int shorter = Math.min(before.size(), after.size());
        int first = 0;
        while (first < shorter && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < shorter - first && fromEnd(before, last).equals(fromEnd(after, last))) {
            last++;
        }
        this.alikeFirst = first;
        this.alikeLast = last;
    }

    /**
     * The diff, every line with its end; empty where the texts have the same lines.
     *
     * @param beforeName null where there was nothing before
     */
    static String of(@Nullable String beforeName, String before, String afterName, String after) {
        UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
        Patch<String> patch = Patch.generate(diff.before, diff.after, diff.changes());
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(beforeName, afterName, diff.before, patch, CONTEXT);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private List<Change> changes() {
        List<String> removed = before.subList(alikeFirst, before.size() - alikeLast);
        List<String> added = after.subList(alikeFirst, after.size() - alikeLast);
        if (removed.isEmpty() && added.isEmpty()) {
            return List.of();
        }
        boolean small = removed.size() + added.size() <= MAX_LINES;
        Stream<Change> changes = small
                ? new MyersDiffWithLinearSpace<String>().computeDiff(removed, added, null).stream()
                : Stream.of(new Change(DeltaType.CHANGE, 0, removed.size(), 0, added.size()));
        return joined(changes.map(this::shifted).toList());
    }

    /** Lines that come right where others go are one change: the algorithm would put them first. */
    private static List<Change> joined(List<Change> changes) {
        List<Change> joined = new ArrayList<>();
        for (Change next : changes) {
            Change last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.endOriginal == next.startOriginal && last.endRevised == next.startRevised) {
                joined.set(
                        joined.size() - 1,
                        new Change(
                                DeltaType.CHANGE,
                                last.startOriginal,
                                next.endOriginal,
                                last.startRevised,
                                next.endRevised));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private Change shifted(Change change) {
        return new Change(
                change.deltaType,
                alikeFirst + change.startOriginal,
                alikeFirst + change.endOriginal,
                alikeFirst + change.startRevised,
                alikeFirst + change.endRevised);
    }

    private static String fromEnd(List<String> lines, int last) {
        return lines.get(lines.size() - 1 - last);
    }

    private static List<String> lines(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.get(lines.size() - 1).isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
    }
}
