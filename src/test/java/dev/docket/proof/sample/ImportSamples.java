package dev.docket.proof.sample;

import java.util.stream.Stream;

final class ImportSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of(
                        "importFiles",
                        (call, ground, caller) -> call.query("dryRun", "true")
                                .query("path", "docs/adr/0001-sample.md")
                                .text("text/markdown", "# " + ground.marker + "\n")),
                Sample.of("getImport", (call, ground, caller) -> call.with("id", ground.imported())),
                Sample.of("exportFiles", (call, ground, caller) -> call.query("kind", "adr")));
    }
}
