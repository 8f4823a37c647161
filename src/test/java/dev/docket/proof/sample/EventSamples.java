package dev.docket.proof.sample;

import java.util.stream.Stream;

final class EventSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(Sample.of("listEvents", (call, ground, caller) -> call.query("limit", "5")));
    }
}
