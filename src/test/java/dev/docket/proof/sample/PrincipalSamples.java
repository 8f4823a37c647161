package dev.docket.proof.sample;

import dev.docket.Api;
import java.util.stream.Stream;

final class PrincipalSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of("listPrincipals", (call, ground, caller) -> call.query("q", ground.judge.name())),
                Sample.of("getPrincipal", (call, ground, caller) -> call.with("id", id(ground.judge.name()))),
                Sample.of("anonymisePrincipal", (call, ground, caller) -> {
                    String nobody = Api.unique("nobody");
                    Api.principalToken(nobody);
                    return call.with("id", id(nobody)).anyVersion();
                }));
    }

    private static String id(String name) {
        return Ground.ok(Api.as(Api.ADMIN).get("/api/v1/principals?q=" + name))
                .path("items[0].id")
                .toString();
    }
}
