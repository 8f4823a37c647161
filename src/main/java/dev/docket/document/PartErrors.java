package dev.docket.document;

import dev.docket.api.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.function.Supplier;

/** Pointers for writes of a part: the aggregate names places in the document, the caller sent the part alone. */
final class PartErrors {

    private PartErrors() {}

    /** Runs the work; a problem's pointers below {@code base} become relative to it. */
    static <T> T relative(String base, Supplier<T> work) {
        try {
            return work.get();
        } catch (HttpProblem problem) {
            if (problem.getParameters().get("errors") instanceof List<?> errors) {
                List<Object> moved = errors.stream()
                        .<Object>map(error -> relative(base, error))
                        .toList();
                throw HttpProblem.builder(problem).with("errors", moved).build();
            }
            throw problem;
        }
    }

    private static Object relative(String base, Object error) {
        return error instanceof FieldError field
                        && field.pointer() != null
                        && (field.pointer().equals(base) || field.pointer().startsWith(base + "/"))
                ? FieldError.at(field.pointer().substring(base.length()), field.code(), field.detail())
                : error;
    }
}
