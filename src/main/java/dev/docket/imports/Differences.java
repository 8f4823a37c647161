package dev.docket.imports;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.docket.markdown.source.Text;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What changed in a file, as a unified diff that is never long. */
final class Differences {

    private static final int CONTEXT = 3;
    private static final int MAX_LINES = 200;
    private static final int MAX_LINE = 500;
    private static final int MAX = 20_000;
    /** Lines that differ in all, in both files: beyond that comparing takes too long. */
    private static final int COMPARED = 4_000;

    private Differences() {}

    static String between(byte[] before, byte[] after, @Nullable String path) {
        List<String> old = Text.of(before).lines();
        List<String> now = Text.of(after).lines();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - same
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        if (old.size() + now.size() - 2 * (same + end) > COMPARED) {
            return "The file has changed in too many lines to show.";
        }
        return cut(unified(old, now, Objects.requireNonNullElse(path, "file")));
    }

    private static List<String> unified(List<String> old, List<String> now, String path) {
        return UnifiedDiffUtils.generateUnifiedDiff("a/" + path, "b/" + path, old, DiffUtils.diff(old, now), CONTEXT);
    }

    private static String cut(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i == MAX_LINES || text.length() > MAX) {
                return text.append("… more lines are not shown\n").toString();
            }
            String line = lines.get(i);
            text.append(line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…")
                    .append('\n');
        }
        return text.toString();
    }
}
