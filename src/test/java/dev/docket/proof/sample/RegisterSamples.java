package dev.docket.proof.sample;

import java.util.stream.Stream;

/** Of the registers over all projects. */
final class RegisterSamples implements Samples {

    @Override
    public Stream<Sample> samples() {
        return Stream.of(
                Sample.of(
                        "listRisks",
                        (call, ground, caller) ->
                                call.query("project", ground.project).query("state", "open")),
                Sample.of(
                        "listApprovals",
                        (call, ground, caller) -> call.query("approver", "me").query("role", "security")),
                Sample.of(
                        "listReviews",
                        (call, ground, caller) ->
                                call.query("project", ground.project).query("proposedDays", "0")));
    }
}
