package dev.docket.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page starts; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
        @Schema(description = "The items of this page, in order.", required = true, maxItems = 200)
        List<T> items,

        @Schema(
                description = "Send it as cursor for the next page; absent on the last one.",
                examples = "eyJrIjo0Mn0",
                maxLength = 1000)
        @Nullable
        String nextCursor)
        implements Paged {

    /** How many items a page has when nobody says. */
    public static final int DEFAULT = 50;

    /** How many items a page has at most; more is capped. */
    public static final int MAX = 200;

    /** The page that {@code found}, which may hold one item more than {@code limit}, makes. */
    public static <T> Page<T> of(List<T> found, int limit, Cursor.Scope scope, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, scope.after(key.apply(items.get(limit - 1))));
    }

    /** The asked limit within its bounds; below 1 is 400. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT;
        }
        if (asked < 1) {
            throw ProblemType.UNREADABLE.because(
                    "limit is too small.", List.of(FieldError.in("limit", "too-small", "at least 1")));
        }
        return Math.min(asked, MAX);
    }
}
