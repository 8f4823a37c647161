package dev.docket;

import dev.docket.audit.Verify;
import dev.docket.postgres.EmbeddedPostgres;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the service: on the database configured as {@code quarkus.datasource.jdbc.url}, otherwise on a PostgreSQL of
 * its own.
 *
 * <p>The latter keeps its data in {@code DOCKET_DATA_DIR} (default {@code .docket} in the working directory) and listens
 * on 127.0.0.1 at {@code DOCKET_POSTGRES_PORT} (default any free port).
 *
 * <p>With the argument {@code verify} it starts nothing, and checks an audit export: {@link Verify}.
 */
@QuarkusMain
public final class Docket {
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("verify")) {
            List<String> rest = List.of(arguments).subList(1, arguments.length);
            System.exit(Verify.run(rest, System.in, System.out));
        }
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(JDBC_URL, String.class).isEmpty()) {
            try {
                startPostgres(
                        config.getOptionalValue("docket.data-dir", String.class).orElse(".docket"),
                        config.getOptionalValue("docket.postgres-port", Integer.class)
                                .orElse(0));
            } catch (IOException e) {
                System.err.println("Docket cannot start: " + e.getMessage());
                System.exit(1);
            }
        }
        Quarkus.run(arguments);
    }

    private static void startPostgres(String directory, int port) throws IOException {
        var postgres = EmbeddedPostgres.start(Path.of(directory), port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres), "postgres-stop"));
        System.setProperty(JDBC_URL, postgres.jdbcUrl());
        System.setProperty("quarkus.datasource.username", postgres.service());
        System.setProperty("quarkus.datasource.password", postgres.password());
        System.setProperty("docket.owner.username", postgres.owner());
        System.setProperty("docket.owner.password", postgres.password());
    }

    /** Shutdown hooks run side by side, but requests in flight need their database until Quarkus has stopped. */
    private static void stop(EmbeddedPostgres postgres) {
        var application = ApplicationLifecycleManager.getCurrentApplication();
        if (application != null) {
            application.awaitShutdown();
        }
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println("Docket could not stop its PostgreSQL: " + e.getMessage());
        }
    }
}
