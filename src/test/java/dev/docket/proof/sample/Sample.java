package dev.docket.proof.sample;

import dev.docket.access.Permission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A valid request of an operation: whoever holds the permission gets a 2xx for it.
 *
 * @param operation its id in the contract
 * @param needs the permission; null for the only one that the contract names
 * @param refusals what whoever does not hold it, but may know of the thing, gets
 */
public record Sample(String operation, @Nullable Permission needs, Set<Integer> refusals, Making making) {

    private static final Set<Integer> FORBIDDEN = Set.of(403);

    /** Makes the request, and first all that has to be there for it. */
    @FunctionalInterface
    public interface Making {

        /** {@code call} is the operation's with the project it is about. */
        Call make(Call call, Ground ground, Ground.Caller caller);
    }

    /** The request, and first all that has to be there for it. */
    public Call call(String method, String template, Ground ground, Ground.Caller caller) {
        return making.make(new Call(method, template, ground.project), ground, caller);
    }

    static Sample of(String operation, Making making) {
        return new Sample(operation, null, FORBIDDEN, making);
    }

    /** For an operation that takes one or another permission: this one for this request. */
    Sample needing(Permission permission) {
        return new Sample(operation, permission, refusals, making);
    }

    Sample refusedWith(Integer... statuses) {
        return new Sample(operation, needs, Set.of(statuses), making);
    }
}
