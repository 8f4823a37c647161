package dev.docket.proof.sample;

import java.util.stream.Stream;

final class GraphSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(
                Stream.of(Sample.of(
                        "getProjectGraph",
                        (call, ground, caller) ->
                                call.query("status", "proposed").query("kind", "adr"))),
                Samples.ofBoth(kind -> Stream.of(Sample.of(
                        "get%sGraph".formatted(Samples.named(kind)),
                        (call, ground, caller) -> DocumentSamples.at(call, ground.document(kind))
                                .query("direction", "in")
                                .query("depth", "3")
                                .query("rel", "depends-on")
                                .query("inForce", "true")))));
    }
}
