package dev.docket.proof.sample;

import dev.docket.Api;
import java.util.stream.Stream;

/** Of the audit trail, of checkpoints, and of the verification of a project. */
final class AuditSamples implements Samples {

    private static final String CHECKPOINTS = "/api/v1/audit/checkpoints";

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of("listTrail", (call, ground, caller) -> call.query("principal", ground.member)),
                Sample.of("listCheckpoints", (call, ground, caller) -> call.query("limit", "5")),
                Sample.of("createCheckpoint", (call, ground, caller) -> call),
                Sample.of("getCheckpoint", (call, ground, caller) -> call.with("number", checkpoint())),
                Sample.of("verifyProject", (call, ground, caller) -> call));
    }

    private static String checkpoint() {
        return Ground.ok(Api.as(Api.ADMIN).post(CHECKPOINTS)).path("number").toString();
    }
}
