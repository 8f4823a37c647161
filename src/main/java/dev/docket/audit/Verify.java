package dev.docket.audit;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.api.StrictJson;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code verify <export> <checkpoint.json> [--key <public key>]}: checks an audit export against a
 * checkpoint without the service. Says on standard output what was checked. Ends with 0 where all is as it was signed,
 * 1 where it is not, 2 where it was called in another way.
 */
public final class Verify {

    private static final String USAGE = """
            usage: verify <export> <checkpoint.json> [--key <public key>]
              export           of GET /api/v1/projects/{project}/audit with Accept: application/x-ndjson; - for standard input
              checkpoint.json  of GET /api/v1/audit/checkpoints/{number}
              --key            the public key that has to have signed it, in Base64
            """;

    /** In characters: longer than the content of any document. */
    private static final int LONGEST_TEXT = 64 << 20;

    private static final int INTACT = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;

    private Verify(PrintStream out) {
        this.out = out;
    }

    /** Runs the command; answers its exit code. */
    public static int run(List<String> arguments, InputStream in, PrintStream out) {
        boolean keyed = arguments.size() == 4 && arguments.get(2).equals("--key");
        if (arguments.size() != 2 && !keyed) {
            out.print(USAGE);
            return MISUSED;
        }
        try (InputStream export = arguments.get(0).equals("-") ? in : Files.newInputStream(Path.of(arguments.get(0)))) {
            return new Verify(out).check(export, Path.of(arguments.get(1)), keyed ? arguments.get(3) : null);
        } catch (IOException | IllegalArgumentException e) {
            out.println("BROKEN      it cannot be read: " + e.getMessage());
            return BROKEN;
        } catch (HttpProblem e) {
            out.println("BROKEN      the checkpoint cannot be read: " + e.getDetail());
            return BROKEN;
        }
    }

    private int check(InputStream export, Path file, @Nullable String key) throws IOException {
        Checkpoint checkpoint = StrictJson.value(StrictJson.tree(Files.readAllBytes(file)), Checkpoint.class);
        if (!signed(checkpoint)) {
            return broken("the checkpoint is not signed by the key that it names");
        }
        out.printf(
                "checkpoint  %d of %s at position %d%n", checkpoint.number(), checkpoint.at(), checkpoint.position());
        if (key != null && !key.equals(checkpoint.publicKey())) {
            return broken("the checkpoint is signed by another key: " + checkpoint.publicKey());
        }
        out.printf(
                "signed by   %s%s%n",
                checkpoint.publicKey(), key == null ? ", as it says itself: give --key to be sure" : "");
        try (MappingIterator<ExportLine> lines = lines(export)) {
            return check(lines, checkpoint);
        }
    }

    private int check(MappingIterator<ExportLine> lines, Checkpoint checkpoint) throws IOException {
        ExportLine.Start start = lines.hasNextValue() ? lines.nextValue().start() : null;
        if (start == null || start.format() != ExportLine.FORMAT) {
            return broken("this is no audit export");
        }
        out.printf("export      of %s, made %s%n", start.project(), start.at());
        Optional<Checkpoint.Head> head = checkpoint.head(start.project());
        if (head.isEmpty()) {
            return broken("the checkpoint says nothing of " + start.project());
        }
        Inspection inspection = new Inspection(List.of(new Witness(
                        checkpoint.number(), head.get().position(), head.get().sha256(), null))
                .iterator());
        Succession succession = new Succession();
        ExportLine.End end = null;
        while (end == null && lines.hasNextValue()) {
            ExportLine line = lines.nextValue();
            end = line.end();
            if (end == null) {
                Entry entry = line.entry();
                Fault fault = inspection.take(entry);
                if (fault == null) {
                    fault = succession.take(entry);
                }
                if (fault != null) {
                    return broken(fault);
                }
            }
        }
        return sum(inspection, succession, head.get(), end, lines.hasNextValue());
    }

    private int sum(
            Inspection inspection,
            Succession succession,
            Checkpoint.Head head,
            ExportLine.@Nullable End end,
            boolean more) {
        out.printf(
                "checked     %d entries of %d documents, %d of them redactions, up to position %d%n",
                inspection.entries(),
                succession.documents(),
                inspection.redactions(),
                Math.max(0, inspection.position()));
        Fault fault = inspection.end() == null ? succession.end() : inspection.end();
        if (fault != null) {
            return broken(fault);
        }
        if (end == null || end.entries() != inspection.entries() || more) {
            return broken("the export breaks off, or holds something else after its end");
        }
        out.printf("signed      up to position %d%n", head.position());
        out.println("INTACT");
        return INTACT;
    }

    private static boolean signed(Checkpoint checkpoint) {
        return checkpoint.signature() != null
                && new PublicKeyText(checkpoint.publicKey())
                        .verifies(checkpoint.content(), Base64.getDecoder().decode(checkpoint.signature()));
    }

    private int broken(Fault fault) {
        StringBuilder where = new StringBuilder();
        if (fault.document() != null) {
            where.append(fault.document())
                    .append(" revision ")
                    .append(fault.revision())
                    .append(", ");
        }
        return broken("%sposition %d: %s: %s"
                .formatted(where, fault.position(), fault.code().json(), fault.detail()));
    }

    private int broken(String why) {
        out.println("BROKEN      " + why);
        return BROKEN;
    }

    private static MappingIterator<ExportLine> lines(InputStream export) throws IOException {
        ObjectMapper mapper = StrictJson.objectMapper().copy();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(StrictJson.DEPTH)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
        return mapper.readerFor(ExportLine.class).readValues(export);
    }
}
