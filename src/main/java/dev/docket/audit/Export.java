package dev.docket.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.docket.api.StrictJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;

/** Writes the chain of a project with all its revisions, for whoever verifies it elsewhere: a bounded piece at a time. */
@ApplicationScoped
class Export {

    private static final ObjectWriter LINES = StrictJson.objectMapper()
            .writerFor(ExportLine.class)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .withRootValueSeparator("\n");

    private final Chain chain;
    private final Clock clock;

    Export(Chain chain, Clock clock) {
        this.chain = chain;
        this.clock = clock;
    }

    void write(long projectId, String project, OutputStream out) throws IOException {
        SequenceWriter lines = LINES.writeValues(out);
        lines.write(ExportLine.start(project, clock.instant()));
        long entries = 0;
        long position = Long.MIN_VALUE;
        for (List<Entry> piece = chain.after(projectId, position);
                !piece.isEmpty();
                piece = chain.after(projectId, position)) {
            for (Entry entry : piece) {
                lines.write(ExportLine.of(entry));
                position = entry.link().position();
                entries++;
            }
        }
        lines.write(ExportLine.end(entries));
        lines.flush();
        out.write('\n');
    }
}
