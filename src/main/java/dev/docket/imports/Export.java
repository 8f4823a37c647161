package dev.docket.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.Shelf;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Markdown;
import dev.docket.markdown.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes the documents of a project as files in a zip: one at a time, and the same documents as the same bytes. */
@ApplicationScoped
class Export {

    /** The same for all files. An hour before, and the zip would say it a second time, in the zone of this machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 1, 0);

    private final Shelf shelf;

    Export(Shelf shelf) {
        this.shelf = shelf;
    }

    void write(long projectId, String project, @Nullable Kind only, @Nullable Template template, OutputStream out)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        Map<Kind, Integer> last = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (only == null || only == kind) {
                last.put(kind, documents(projectId, kind, template, zip));
            }
        }
        begin(zip, "index.md");
        Index index = new Index(shelf, zip);
        index.title(project);
        for (Map.Entry<Kind, Integer> kind : last.entrySet()) {
            index.list(projectId, project, kind.getKey(), kind.getValue());
        }
        zip.closeEntry();
        zip.finish();
    }

    /** Answers the last number there was. */
    private int documents(long projectId, Kind kind, @Nullable Template template, ZipOutputStream zip)
            throws IOException {
        int last = 0;
        for (Optional<Shelf.Item> item = shelf.next(projectId, kind, last);
                item.isPresent();
                item = shelf.next(projectId, kind, last)) {
            begin(zip, kind.json() + "/" + item.get().fileName());
            zip.write(bytes(item.get(), kind, template));
            zip.closeEntry();
            last = item.get().number();
        }
        return last;
    }

    private static byte[] bytes(Shelf.Item item, Kind kind, @Nullable Template template) {
        Template named = template != null && template.kind() == kind ? template : null;
        if (named == null && item.original() != null) {
            return item.original();
        }
        ObjectNode document = item.json();
        String id = named == null ? Template.of(document).id() : named.id();
        return Markdown.write(document, id).getBytes(StandardCharsets.UTF_8);
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
