package dev.docket.proof.sample;

import java.util.stream.Stream;

final class StatisticsSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of("getStats", "getProjectStats")
                .map(operation -> Sample.of(
                        operation,
                        (call, ground, caller) -> call.query("from", "2026-01").query("to", "2026-12")));
    }
}
