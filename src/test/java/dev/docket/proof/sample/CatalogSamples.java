package dev.docket.proof.sample;

import java.util.stream.Stream;

/** Of the lists over all projects. */
final class CatalogSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(Sample.of(
                "listDocuments",
                (call, ground, caller) -> call.query("project", ground.project)
                        .query("q", ground.marker)
                        .query("facets", "status")));
    }
}
