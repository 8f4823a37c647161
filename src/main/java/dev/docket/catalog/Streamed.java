package dev.docket.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A whole list, one item a line (ndjson.org): read page by page, each in a short statement of its own, so that neither the
 * service nor the database holds more than a page of it, however long it is.
 */
@ApplicationScoped
class Streamed {

    static final String TYPE = "application/x-ndjson";

    /** For {@code @Produces} beside JSON: whoever does not say what it accepts gets JSON. */
    static final String SECOND = ";qs=0.5";

    private static final int BATCH = 500;

    private final Lists lists;
    private final ObjectMapper json;

    Streamed(Lists lists, ObjectMapper json) {
        this.lists = lists;
        this.json = json;
    }

    /** The list from where the question says on; the first page is read at once, so that a refusal is still an answer. */
    StreamingOutput of(Question question) {
        Lists.Reading list = lists.read(question);
        List<Rows.Row> first = list.next(BATCH);
        return out -> write(list, first, new BufferedOutputStream(out, 1 << 16));
    }

    /** A fault on the way ends the connection and not the list: whoever reads it sees that it is cut. */
    private void write(Lists.Reading list, List<Rows.Row> first, OutputStream out) throws IOException {
        for (List<Rows.Row> rows = first; !rows.isEmpty(); rows = list.next(BATCH)) {
            for (Item item : rows.stream().flatMap(Rows.Row::shown).toList()) {
                out.write(line(item));
                out.write('\n');
            }
            out.flush();
        }
    }

    private byte[] line(Item item) throws JsonProcessingException {
        return item instanceof Whole whole ? whole.bytes() : json.writeValueAsBytes(item);
    }
}
