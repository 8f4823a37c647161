package dev.docket.proof.sample;

import java.util.stream.Stream;

final class PrincipalSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(Sample.of("listPrincipals", (call, ground, caller) -> call.query("q", ground.judge.name())));
    }
}
