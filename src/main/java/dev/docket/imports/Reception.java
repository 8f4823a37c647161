package dev.docket.imports;

import dev.docket.access.Callers;
import dev.docket.access.Permission;
import dev.docket.api.ProblemType;
import dev.docket.api.Transactions;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes uploads in: all their files become an import in one transaction, or nothing is kept. */
@ApplicationScoped
class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);

    /** Files bring decided documents along: it takes what deciding takes. */
    private static final Permission IMPORT = Permission.IMPORT;

    private static final int MAX_UNFINISHED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Callers callers;
    private final Projects projects;
    private final Jobs jobs;
    private final Sql sql;
    private final Transactions transactions;
    private final Event<Arrived> arrived;

    Reception(
            Callers callers, Projects projects, Jobs jobs, Sql sql, Transactions transactions, Event<Arrived> arrived) {
        this.callers = callers;
        this.projects = projects;
        this.jobs = jobs;
        this.sql = sql;
        this.transactions = transactions;
        this.arrived = arrived;
    }

    /** Fired in the transaction of a new import, for whoever waits for its commit. */
    record Arrived() {}

    /** A new import, and the project that it is of. */
    record Received(long projectId, long id) {}

    private interface Reader {
        void read(Consumer<Upload.File> files) throws IOException;
    }

    /** Refuses who may not import, before anything is read. */
    Standing standing(String project) {
        return projects.standing(callers.current(), project).permit(IMPORT);
    }

    Received file(Standing standing, Jobs.Wanted wanted, InputStream body, @Nullable String path) throws IOException {
        byte[] content = body.readNBytes(Limits.FILE + 1);
        if (content.length > Limits.FILE) {
            throw Refusal.tooLarge("A file may have at most 1 MiB.");
        }
        String named = path == null || path.isEmpty() ? null : EntryPath.of(path);
        return keep(standing, wanted, files -> files.accept(new Upload.File(named, content, null)));
    }

    Received zip(Standing standing, Jobs.Wanted wanted, InputStream body) throws IOException {
        try (Spool spool = Spool.of(body)) {
            long size = spool.size();
            return keep(standing, wanted, files -> ZipUpload.read(spool.channel(), new Upload(files, size)));
        }
    }

    Received tar(Standing standing, Jobs.Wanted wanted, InputStream body) throws IOException {
        try (Spool spool = Spool.of(body)) {
            long size = spool.size();
            return keep(standing, wanted, files -> TarUpload.read(spool.stream(), new Upload(files, size)));
        }
    }

    private Received keep(Standing standing, Jobs.Wanted wanted, Reader reader) {
        return transactions.writeOnce(PATIENCE, () -> {
            long id = jobs.begin(standing.projectId(), wanted, standing.caller().name());
            int total = sql.connected(connection -> {
                try (Arrivals arrivals = new Arrivals(connection, id)) {
                    read(reader, arrivals);
                    return arrivals.flush();
                }
            });
            sql.update("UPDATE import SET total = ? WHERE id = ?", total, id);
            standing.open(IMPORT);
            if (jobs.unfinished(standing.projectId()) > MAX_UNFINISHED) {
                throw ProblemType.CONFLICT.because(
                        "%d imports of this project wait already. Try again when they are done."
                                .formatted(MAX_UNFINISHED));
            }
            arrived.fire(new Arrived());
            return new Received(standing.projectId(), id);
        });
    }

    /** Whatever a broken archive makes of its reader, it is the archive that is at fault. */
    private static void read(Reader reader, Arrivals arrivals) {
        try {
            reader.read(arrivals);
        } catch (HttpProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (e.getCause() instanceof SQLException) {
                throw new IllegalStateException("the files cannot be kept", e);
            }
            LOG.debug("an archive cannot be read", e);
            throw Refusal.broken("it is damaged, or of another format than its media type says");
        }
    }
}
