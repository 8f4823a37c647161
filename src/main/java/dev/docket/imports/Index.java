package dev.docket.imports;

import dev.docket.document.Shelf;
import dev.docket.document.content.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The table of contents of an export: every document with its status and what it points to. */
final class Index {

    private static final String HEAD = """

            ## %s

            | Document | Title | Status | Date | Links |
            | --- | --- | --- | --- | --- |
            """;

    private final Shelf shelf;
    private final OutputStream out;

    Index(Shelf shelf, OutputStream out) {
        this.shelf = shelf;
        this.out = out;
    }

    void title(String project) throws IOException {
        write("# " + project + "\n");
    }

    /** The documents of a kind, up to the number that was written last. */
    void list(long projectId, String project, Kind kind, int last) throws IOException {
        int after = 0;
        for (List<Shelf.Entry> page = shelf.entries(projectId, project, kind, after, last);
                !page.isEmpty();
                page = shelf.entries(projectId, project, kind, after, last)) {
            if (after == 0) {
                write(HEAD.formatted(kind == Kind.ADR ? "Architecture Decision Records" : "Requests for Comments"));
            }
            for (Shelf.Entry entry : page) {
                write(row(entry));
                after = entry.address().number();
            }
        }
    }

    private static String row(Shelf.Entry entry) {
        return "| [%s](%s/%s) | %s | %s | %s | %s |\n"
                .formatted(
                        entry.address().ref(),
                        entry.address().kind().json(),
                        entry.fileName(),
                        cell(entry.title()),
                        entry.status(),
                        entry.date(),
                        entry.links().stream().map(Index::link).collect(Collectors.joining(", ")));
    }

    private static String link(Shelf.Target target) {
        String rel = target.rel().replace('-', ' ');
        return target.fileName() == null
                ? rel + " " + target.address().subject()
                : "%s [%s](%s/%s)"
                        .formatted(
                                rel,
                                target.address().ref(),
                                target.address().kind().json(),
                                target.fileName());
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "\\\\").replace("|", "\\|");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
