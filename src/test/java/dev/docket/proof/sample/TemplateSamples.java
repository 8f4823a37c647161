package dev.docket.proof.sample;

import java.util.stream.Stream;

/** Of templates and of problems: what describes the service itself. */
final class TemplateSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of("listTemplates", (call, ground, caller) -> call),
                Sample.of("getTemplate", (call, ground, caller) -> call.with("template", "adr-drivers")),
                Sample.of("listProblems", (call, ground, caller) -> call),
                Sample.of("getProblem", (call, ground, caller) -> call.with("slug", "forbidden")));
    }
}
