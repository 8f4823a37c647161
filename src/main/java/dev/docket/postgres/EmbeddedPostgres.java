package dev.docket.postgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A PostgreSQL 18 of Docket's own, over one data directory and reachable from this machine by password only.
 *
 * <p>The directory holds {@code postgres} (the data, with its logs under {@code postgres/log}), {@code password} (of all
 * login roles: the service's, the owner's, and the superuser {@code postgres}), {@code binaries} (unpacked again when
 * missing), {@code lock} and {@code start.log}. To back it up cold, stop Docket and copy the whole directory, permissions
 * included; a start on the copy goes on where the original stopped, on any machine of the same processor type.
 *
 * <p>At most one process runs on a directory, which an operating system lock guards. A server that dies is started again
 * on the same port. A server that outlived a killed Docket is stopped by the next one to start.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "docket_owner";
    private static final String SERVICE = "docket_service";
    private static final String DATABASE = "docket";

    /**
     * The privileges a careful operator gives on a PostgreSQL of their own: neither role is a superuser, and the service
     * is only what it becomes by SET ROLE. One statement a line.
     */
    private static final String ROLES = """
            CREATE ROLE %1$s LOGIN CREATEROLE PASSWORD '%4$s'
            CREATE ROLE %2$s LOGIN NOINHERIT PASSWORD '%4$s'
            CREATE DATABASE %3$s OWNER %1$s
            REVOKE ALL ON DATABASE %3$s FROM PUBLIC
            GRANT CONNECT ON DATABASE %3$s TO %2$s
            """;

    private static final int LONGEST_PAUSE_MS = 5_000;

    private final DataDirectory data;
    private final Cluster cluster;
    private final int port;
    private final String password;
    private Process server;
    private boolean closed;

    private EmbeddedPostgres(DataDirectory data, Cluster cluster, int port) throws IOException {
        this.data = data;
        this.cluster = cluster;
        this.port = port;
        this.password = data.password();
        this.server = cluster.start(port);
    }

    /**
     * Starts it, making the data directory if there is none yet, and returns when it takes connections.
     *
     * @param directory made with mode 0700 if missing
     * @param port on 127.0.0.1, 0 for any free one
     * @throws IOException when another process has the directory, another major version made it, the port is taken or the
     *     server does not start; the message is fit to be shown to the operator
     */
    public static EmbeddedPostgres start(Path directory, int port) throws IOException {
        return start(directory, port, directory.resolve("binaries"), List.of());
    }

    /**
     * @param binaries where the programs are, or are to be, unpacked; several processes may share it
     * @param settings as {@code name=value}
     */
    static EmbeddedPostgres start(Path directory, int port, Path binaries, List<String> settings) throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        try {
            var programs = Binaries.in(binaries.toAbsolutePath());
            boolean fresh = !Files.exists(data.cluster());
            if (fresh) {
                data.renewPassword();
            }
            var cluster = new Cluster(data, programs, Account.of(data), settings);
            if (fresh) {
                cluster.create(ROLES.formatted(OWNER, SERVICE, DATABASE, data.password()));
            } else {
                cluster.checkMajor();
                cluster.stopOrphan();
            }
            var postgres = new EmbeddedPostgres(data, cluster, free(port));
            var watch = new Thread(postgres::watch, "postgres-watch");
            watch.setDaemon(true);
            watch.start();
            LOG.infof("PostgreSQL listens on 127.0.0.1:%d and keeps its data in %s", postgres.port, data.cluster());
            return postgres;
        } catch (IOException | RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static int free(int port) throws IOException {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException e) {
            throw new IOException("port %d for PostgreSQL is taken: set DOCKET_POSTGRES_PORT".formatted(port), e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, DATABASE);
    }

    /** The login role of the service, which owns nothing. */
    public String service() {
        return SERVICE;
    }

    /** The login role that owns the database and may make roles: for migrations. */
    public String owner() {
        return OWNER;
    }

    /** Of every login role. */
    public String password() {
        return password;
    }

    private void watch() {
        try {
            int failures = 0;
            while (true) {
                int code = server().waitFor();
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    if (failures == 0) {
                        LOG.warnf("PostgreSQL ended with %d and is started again", code);
                    }
                    try {
                        server = cluster.start(port);
                        failures = 0;
                        LOG.info("PostgreSQL takes connections again");
                    } catch (IOException e) {
                        // Sessions of the dead server take a moment to end, and PostgreSQL waits for the last of them.
                        LOG.warn(e.getMessage());
                        failures++;
                        wait(Math.min(50L << Math.min(failures, 10), LONGEST_PAUSE_MS));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Process server() {
        return server;
    }

    /** Stops the server, ending whatever sessions are left, and lets the directory go. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try {
            if (server.isAlive()) {
                cluster.stop();
                Program.await(server);
            }
        } finally {
            data.close();
        }
    }
}
