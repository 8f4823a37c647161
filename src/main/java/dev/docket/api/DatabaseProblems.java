package dev.docket.api;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers for what nobody expected: 503 where the database is at fault and the same request may well succeed later, 500
 * for all else. It maps {@link RuntimeException} because the library has a mapper of {@link Exception} already, and of
 * two for the same type it is not certain which is taken; whatever wraps the database's exception is looked into.
 */
@Provider
@Priority(Priorities.USER - 100)
public class DatabaseProblems extends ExceptionMapperBase<RuntimeException> {

    /** Classes of SQLSTATE (PostgreSQL, appendix A): connection lost, rolled back to be tried again, out of resources. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53");

    /** Read-only, as a standby is; out of time; locked for too long; the server stops, crashed or starts. */
    private static final Set<String> STATES = Set.of("25006", "57014", "55P03", "57P01", "57P02", "57P03");

    @Override
    protected HttpProblem toProblem(RuntimeException exception) {
        return (isPassing(exception) ? ProblemType.UNAVAILABLE : ProblemType.INTERNAL_ERROR).plain();
    }

    /** Whether a fault of the database that passes, such as a lost connection, is at the bottom of it. */
    public static boolean isPassing(Throwable thrown) {
        return causes(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))
                .anyMatch(cause -> cause instanceof SQLException fault && isPassing(fault));
    }

    private static boolean isPassing(SQLException fault) {
        String state = fault.getSQLState();
        if (state == null) {
            // The driver always gives a state: this is the pool, out of connections, closing, or left by a transaction
            // that ran out of time.
            return true;
        }
        return STATES.contains(state) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    /** The transaction manager hides the cause of a failed commit among the suppressed. */
    private static Stream<Throwable> causes(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Stream.empty();
        }
        Stream<Throwable> below =
                Stream.concat(Stream.ofNullable(thrown.getCause()), Arrays.stream(thrown.getSuppressed()));
        return Stream.concat(Stream.of(thrown), below.flatMap(cause -> causes(cause, seen)));
    }
}
