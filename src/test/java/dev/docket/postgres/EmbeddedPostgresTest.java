package dev.docket.postgres;

import static dev.docket.postgres.Sql.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {
    private final Path directory;
    private final EmbeddedPostgres postgres;

    EmbeddedPostgresTest(@TempDir Path temporary) throws IOException {
        directory = temporary.resolve("made").resolve("on the way");
        postgres = EmbeddedPostgres.start(directory, 0, TestPostgres.BINARIES, List.of());
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
        assertThat(Postmaster.of(directory)).isEmpty();
    }

    @Test
    void isSetAsItShouldBe() throws Exception {
        assertThat(ask(postgres, "postgres", """
                        SELECT string_agg(name || '=' || setting, ' ' ORDER BY name COLLATE "C") FROM pg_settings
                        WHERE name IN ('data_checksums', 'fsync', 'jit', 'listen_addresses', 'log_filename', 'log_timezone',
                          'max_connections', 'password_encryption', 'server_encoding', 'synchronous_commit',
                          'unix_socket_directories')
                        """))
                .isEqualTo("data_checksums=on fsync=on jit=off listen_addresses=127.0.0.1"
                        + " log_filename=postgresql-%a.log log_timezone=UTC max_connections=100"
                        + " password_encryption=scram-sha-256 server_encoding=UTF8 synchronous_commit=on"
                        + " unix_socket_directories=");
        // pg_settings would tell the time zone this client asked for.
        assertThat(ask(postgres, "postgres", "SELECT setting FROM pg_file_settings WHERE name = 'timezone'"))
                .isEqualTo("UTC");
        assertThat(ask(postgres, "SELECT datlocale FROM pg_database WHERE datname = 'docket'"))
                .isEqualTo("C.UTF-8");
        assertThat(ask(postgres, "SELECT lower('ÄÖÜ') || to_tsvector('english', 'ÜBERSICHT Ёлка')"))
                .isEqualTo("äöü'übersicht':1 'ёлка':2");
        assertThat(ask(postgres, "SHOW server_version")).startsWith(Cluster.MAJOR + ".");
    }

    @Test
    void givesTheServiceNoMoreThanToConnect() throws Exception {
        assertThat(ask(postgres, """
                        SELECT string_agg(format('%s %s %s %s', rolname, rolsuper, rolinherit, rolcreaterole), ', '
                          ORDER BY rolname)
                        FROM pg_roles WHERE rolname LIKE 'docket%'
                        """)).isEqualTo("docket_owner f t t, docket_service f f f");
        assertThatThrownBy(() -> ask(postgres, postgres.service(), "CREATE TABLE mine (id int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void refusesAWrongPassword() {
        for (String user : List.of("postgres", postgres.owner(), postgres.service())) {
            for (String password : List.of("", "wrong", user)) {
                assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl(), user, password))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void keepsOthersOut() throws Exception {
        assertThat(mode("")).isEqualTo("rwx------");
        assertThat(mode("postgres")).isEqualTo("rwx------");
        assertThat(mode("password")).isEqualTo("rw-------");
        assertThat(mode("lock")).isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("postgres").resolve("pg_hba.conf")))
                .doesNotContainPattern("(?m)^[^#].*\\b(trust|peer)\\b");
    }

    private String mode(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }
}
