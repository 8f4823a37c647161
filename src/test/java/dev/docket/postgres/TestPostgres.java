package dev.docket.postgres;

import dev.docket.Issuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The database of a test run: one for the whole JVM, empty at its start, gone at its end. It is an embedded PostgreSQL
 * under {@code target}, or, when {@code QUARKUS_DATASOURCE_JDBC_URL} is set, a new database on that server (the configured
 * one itself where the user may not make databases). Beside it the service gets the identity provider of the tests, so
 * that all tests share one start of it.
 */
public final class TestPostgres implements QuarkusTestResourceLifecycleManager {
    static final Path BINARIES = Path.of("target", "postgres-binaries");

    /** Quarkus loads this class once per class loader; what they share has to lie outside of them. */
    private static final String STARTED = "docket.test.postgres";

    private static final List<String> NAMES = List.of(
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "docket.owner.username",
            "docket.owner.password");

    @Override
    public Map<String, String> start() {
        var configuration = new TreeMap<>(configuration());
        configuration.putAll(Issuer.configuration());
        return configuration;
    }

    @Override
    public void stop() {
        // The next test class may need it: it ends with the JVM.
    }

    /** The properties that lead Quarkus to this run's database; starts it at the first call. */
    public static Map<String, String> configuration() {
        synchronized (System.getProperties()) {
            if (System.getProperty(STARTED) == null) {
                String url = System.getenv("QUARKUS_DATASOURCE_JDBC_URL");
                Map<String, String> started = url == null ? embedded() : configured(url);
                started.forEach((name, value) -> System.setProperty(STARTED + "." + name, value));
                System.setProperty(STARTED, "started");
            }
            var configuration = new TreeMap<String, String>();
            for (String name : NAMES) {
                String value = System.getProperty(STARTED + "." + name);
                if (value != null) {
                    configuration.put(name, value);
                }
            }
            return configuration;
        }
    }

    private static Map<String, String> embedded() {
        try {
            return embedded(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> embedded(int number) throws IOException {
        Path directory = Path.of("target", "test-postgres-" + number);
        try {
            if (Files.exists(directory)) {
                // A killed test run left it; starting on it also ends a server that outlived that run.
                start(directory).close();
                DataDirectory.delete(directory);
            }
            EmbeddedPostgres postgres = start(directory);
            atEnd(() -> {
                postgres.close();
                DataDirectory.delete(directory);
            });
            return properties(
                    postgres.jdbcUrl(), postgres.service(), postgres.password(), postgres.owner(), postgres.password());
        } catch (DataDirectoryInUse e) {
            return embedded(number + 1);
        }
    }

    private static EmbeddedPostgres start(Path directory) throws IOException {
        return EmbeddedPostgres.start(directory, 0, BINARIES, List.of("fsync=off", "full_page_writes=off"));
    }

    private static Map<String, String> configured(String url) {
        String username = System.getenv("QUARKUS_DATASOURCE_USERNAME");
        String password = System.getenv("QUARKUS_DATASOURCE_PASSWORD");
        String owner = System.getenv("DOCKET_OWNER_USERNAME");
        String ownerPassword = System.getenv("DOCKET_OWNER_PASSWORD");
        String maker = owner == null ? username : owner;
        String makerPassword = owner == null ? password : ownerPassword;
        String database = "docket_test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            execute(url, maker, makerPassword, "CREATE DATABASE " + database);
        } catch (SQLException mayNot) {
            return properties(url, username, password, owner, ownerPassword);
        }
        atEnd(() -> execute(url, maker, makerPassword, "DROP DATABASE %s WITH (FORCE)".formatted(database)));
        return properties(
                url.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database),
                username,
                password,
                owner,
                ownerPassword);
    }

    private static Map<String, String> properties(@Nullable String... values) {
        var properties = new TreeMap<String, String>();
        for (int i = 0; i < values.length; i++) {
            String value = values[i];
            if (value != null) {
                properties.put(NAMES.get(i), value);
            }
        }
        return properties;
    }

    private static void execute(String url, @Nullable String username, @Nullable String password, String sql)
            throws SQLException {
        try (var connection = DriverManager.getConnection(url, username, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void atEnd(Action action) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                action.run();
            } catch (Exception e) {
                throw new IllegalStateException("the test database was not cleared away", e);
            }
        }));
    }
}
