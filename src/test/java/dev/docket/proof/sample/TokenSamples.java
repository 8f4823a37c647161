package dev.docket.proof.sample;

import dev.docket.Api;
import dev.docket.access.Permission;
import java.util.Map;
import java.util.stream.Stream;

final class TokenSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(own(), others());
    }

    private static Stream<Sample> own() {
        return Stream.of(
                Sample.of("listTokens", (call, ground, caller) -> call.query("limit", "5")),
                Sample.of("createToken", (call, ground, caller) -> create(call, caller.name()))
                        .needing(Permission.MANAGE_OWN_TOKENS),
                Sample.of("getToken", (call, ground, caller) -> call.with("id", token(caller.name())))
                        .needing(Permission.LOOK_AROUND),
                Sample.of(
                                "revokeToken",
                                (call, ground, caller) ->
                                        call.with("id", token(caller.name())).anyVersion())
                        .needing(Permission.MANAGE_OWN_TOKENS));
    }

    /** Tokens of others are not there for those who do not manage them. */
    private static Stream<Sample> others() {
        return Stream.of(
                Sample.of("createToken", (call, ground, caller) -> create(call, ground.member))
                        .needing(Permission.MANAGE_TOKENS),
                Sample.of("getToken", (call, ground, caller) -> call.with("id", token(ground.member)))
                        .needing(Permission.MANAGE_TOKENS)
                        .refusedWith(403, 404),
                Sample.of(
                                "revokeToken",
                                (call, ground, caller) ->
                                        call.with("id", token(ground.member)).anyVersion())
                        .needing(Permission.MANAGE_TOKENS)
                        .refusedWith(403, 404));
    }

    private static Call create(Call call, String principal) {
        return call.json(JSON, "{'principal': '%s', 'name': 'sample', 'scopes': ['admin']}".formatted(principal));
    }

    private static String token(String principal) {
        return Api.token(Map.of("principal", principal, "name", "sample"))
                .path("id")
                .toString();
    }
}
