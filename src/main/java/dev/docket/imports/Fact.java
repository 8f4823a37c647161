package dev.docket.imports;

import dev.docket.document.Original;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.Status;
import dev.docket.markdown.Warning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file as far as the plan of an import has to know it: of all files at once, so no text is in here.
 *
 * @param number the number that the file gives itself
 * @param links with the targets as the file names them
 * @param lines where each target is first named, from 1
 */
record Fact(
        int ordinal,
        @Nullable String path,
        String sha256,
        Kind kind,
        @Nullable Integer number,
        String title,
        @Nullable LocalDate date,
        Status status,
        String template,
        List<Link> links,
        Map<String, Integer> lines,
        List<Warning> warnings) {

    @Nullable
    String stem() {
        return Original.stem(path);
    }

    /** The path to order by; a file without one comes first. */
    String name() {
        return Objects.requireNonNullElse(path, "");
    }
}
