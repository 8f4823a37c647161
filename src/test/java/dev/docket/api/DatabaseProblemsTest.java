package dev.docket.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which faults of the database pass. */
class DatabaseProblemsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "08003", "57014", "55P03", "57P01", "57P02", "57P03", "25006", "53300", "53100",
                "40001", "40P01"
            })
    void theseDo(String state) {
        assertThat(DatabaseProblems.isPassing(new SQLException("fault", state))).isTrue();
        assertThat(DatabaseProblems.isPassing(new PersistenceException(new SQLException("fault", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "42501", "XX000", "55006", "57P04", "0"})
    void theseDoNot(String state) {
        assertThat(DatabaseProblems.isPassing(new SQLException("fault", state))).isFalse();
        assertThat(DatabaseProblems.isPassing(new PersistenceException(new SQLException("fault", state))))
                .isFalse();
    }

    @Test
    void aPoolThatHasNoConnectionGivesNoState() {
        assertThat(DatabaseProblems.isPassing(new IllegalStateException(new SQLException("Sorry, timeout!"))))
                .isTrue();
    }

    @Test
    void theCauseMayStandAmongTheSuppressed() {
        Exception commit = new Exception("could not commit");
        commit.addSuppressed(new IllegalStateException(new SQLException("lost", "08006")));
        assertThat(DatabaseProblems.isPassing(new RuntimeException(commit))).isTrue();
    }

    @Test
    void whatIsNotOfTheDatabaseDoesNot() {
        Exception circle = new Exception("one");
        circle.addSuppressed(new Exception("two", circle));
        assertThat(DatabaseProblems.isPassing(circle)).isFalse();
    }
}
