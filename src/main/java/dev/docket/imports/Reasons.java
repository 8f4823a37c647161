package dev.docket.imports;

import dev.docket.api.FieldError;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Why a file failed, for its line in the report. */
final class Reasons {

    static final String OURS = "Something went wrong in Docket while it was read; its log says what.";

    private static final int SHOWN = 5;

    private Reasons() {}

    static String of(HttpProblem problem) {
        String detail = Objects.requireNonNullElse(problem.getDetail(), problem.getTitle());
        Object errors = problem.getParameters().get("errors");
        if (!(errors instanceof List<?> list) || list.isEmpty()) {
            return detail;
        }
        return detail
                + list.stream()
                        .limit(SHOWN)
                        .map(FieldError.class::cast)
                        .map(error -> " %s: %s.".formatted(error.pointer(), error.detail()))
                        .collect(Collectors.joining());
    }
}
