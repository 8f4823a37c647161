package dev.docket.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions that all have to hold: what the caller did not ask about is no part of the text. */
public final class Where {

    private final Select conditions = new Select();
    private boolean empty = true;

    /** Adds a condition, whose text has a question mark for each of the values. */
    public Where and(String condition, Object... values) {
        return and(Select.of(condition, values));
    }

    /** Adds a condition. */
    public Where and(Select condition) {
        conditions.add(empty ? "" : " AND ").add(condition);
        empty = false;
        return this;
    }

    /** Adds a condition with one parameter, unless there is no value for it. */
    public Where ifGiven(String condition, @Nullable Object value) {
        return value == null ? this : and(condition, value);
    }

    /** Adds a condition whose one parameter is an array, unless that would be empty. */
    public Where ifAny(String condition, List<?> values) {
        return values.isEmpty() ? this : and(condition, values);
    }

    public boolean isEmpty() {
        return empty;
    }

    /** The conditions as they are, {@code true} where there are none. */
    public Select plain() {
        return empty ? Select.of("true") : new Select().add(conditions);
    }

    /**
     * The conditions in a form that the planner cannot look into. It knows nothing of their parameters, and would take a
     * few of them together for something that hardly any row fulfils: then it reads all rows and sorts them. So it goes
     * along the order that is asked for, and stops when the page is full.
     */
    public Select unseen() {
        return empty
                ? Select.of("true")
                : Select.of("CASE WHEN ").add(conditions).add(" THEN true END");
    }
}
