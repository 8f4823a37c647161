package dev.docket.proof.sample;

import dev.docket.Api;
import java.util.List;
import java.util.stream.Stream;

/** Of projects and their members. */
final class ProjectSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(projects(), members());
    }

    private static Stream<Sample> projects() {
        return Stream.of(
                Sample.of("getMe", (call, ground, caller) -> call),
                Sample.of("listProjects", (call, ground, caller) -> call.query("archived", "false")),
                Sample.of(
                        "createProject",
                        (call, ground, caller) -> call.json(
                                JSON,
                                "{'key': '%s', 'name': 'New', 'description': 'Made by a sample.', 'visibility': 'restricted'}"
                                        .formatted(Api.unique("p")))),
                Sample.of("getProject", (call, ground, caller) -> call),
                Sample.of(
                        "replaceProject",
                        (call, ground, caller) ->
                                call.anyVersion().body(JSON, Ground.read("/api/v1/projects/" + ground.project))),
                Sample.of(
                        "patchProject",
                        (call, ground, caller) ->
                                call.anyVersion().json("application/merge-patch+json", "{'description': 'Edited.'}")),
                Sample.of(
                        "patchProject",
                        (call, ground, caller) -> call.anyVersion()
                                .json(
                                        "application/json-patch+json",
                                        "[{'op': 'add', 'path': '/description', 'value': 'Edited.'}]")));
    }

    private static Stream<Sample> members() {
        return Stream.of(
                Sample.of("listMembers", (call, ground, caller) -> call),
                Sample.of("getMember", (call, ground, caller) -> call.with("principal", ground.member)),
                Sample.of(
                        "putMember",
                        (call, ground, caller) -> call.with("principal", Api.unique("new"))
                                .header("If-None-Match", "*")
                                .json(JSON, "{'roles': ['reader'], 'policyRoles': ['security']}")),
                Sample.of("removeMember", (call, ground, caller) -> {
                    String leaving = Api.unique("leaving");
                    Api.member(ground.project, leaving, List.of("reader"), List.of());
                    return call.with("principal", leaving).anyVersion();
                }));
    }
}
