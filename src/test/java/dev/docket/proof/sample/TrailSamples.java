package dev.docket.proof.sample;

import java.util.stream.Stream;

final class TrailSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(Sample.of("listTrail", (call, ground, caller) -> call.query("principal", ground.member)));
    }
}
