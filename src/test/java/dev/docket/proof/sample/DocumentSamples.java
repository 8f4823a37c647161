package dev.docket.proof.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.Api;
import dev.docket.access.Permission;
import dev.docket.document.content.Kind;
import java.util.stream.Stream;

final class DocumentSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Samples.ofBoth(kind -> Stream.concat(documents(kind), moves(kind)));
    }

    private static Stream<Sample> documents(Kind kind) {
        String name = Samples.named(kind);
        return Stream.of(
                Sample.of("list%ss".formatted(name), (call, ground, caller) -> call.query("q", ground.marker)),
                Sample.of("create" + name, (call, ground, caller) -> call.body(JSON, ground.body(kind))),
                Sample.of("create" + name, (call, ground, caller) -> call.text("text/markdown", "# " + ground.marker)),
                Sample.of("get" + name, (call, ground, caller) -> at(call, ground.document(kind))),
                Sample.of("replace" + name, (call, ground, caller) -> {
                    Ground.Written document = ground.write(kind);
                    ObjectNode edited = (ObjectNode) Ground.read(document.path());
                    return at(call, document).anyVersion().body(JSON, edited.put("title", "Edited " + ground.marker));
                }),
                Sample.of(
                        "patch" + name,
                        (call, ground, caller) -> at(call, ground.write(kind))
                                .anyVersion()
                                .json("application/merge-patch+json", "{'title': 'Edited', 'tags': ['edited']}")),
                Sample.of(
                        "patch" + name,
                        (call, ground, caller) -> at(call, ground.write(kind))
                                .anyVersion()
                                .json(
                                        "application/json-patch+json",
                                        "[{'op': 'replace', 'path': '/title', 'value': 'Edited'}]")),
                Sample.of("list%sRevisions".formatted(name), (call, ground, caller) -> at(call, ground.document(kind))),
                Sample.of(
                        "get%sRevision".formatted(name),
                        (call, ground, caller) ->
                                at(call, ground.document(kind)).with("revision", "1")),
                Sample.of("redact%sRevision".formatted(name), (call, ground, caller) -> {
                    Ground.Written document = ground.write(kind);
                    Api.as(Api.ADMIN)
                            .contentType("application/merge-patch+json")
                            .header("If-Match", "*")
                            .body("{\"tags\": [\"newer\"]}")
                            .patch(document.path());
                    return at(call, document)
                            .with("revision", "1")
                            .anyVersion()
                            .json(JSON, "{'reason': 'A password was pasted.'}");
                }),
                Sample.of(
                        "diff%sRevisions".formatted(name),
                        (call, ground, caller) -> at(call, ground.document(kind))
                                .with("revision", "1")
                                .query("from", "1")));
    }

    private static Stream<Sample> moves(Kind kind) {
        String move = "move" + Samples.named(kind);
        return Stream.of(
                Sample.of(
                        "list%sTransitions".formatted(Samples.named(kind)),
                        (call, ground, caller) -> at(call, ground.document(kind))),
                Sample.of(move, (call, ground, caller) -> to("draft", at(call, ground.write(kind))))
                        .needing(Permission.PROPOSE),
                Sample.of(move, (call, ground, caller) -> to("rejected", at(call, ground.write(kind))))
                        .needing(Permission.REJECT),
                Sample.of(move, (call, ground, caller) -> to("withdrawn", at(call, ground.write(kind))))
                        .needing(Permission.WITHDRAW_ANY),
                Sample.of(move, (call, ground, caller) -> to("withdrawn", at(call, ground.write(kind, caller))))
                        .needing(Permission.WITHDRAW_OWN),
                Sample.of(move, (call, ground, caller) -> {
                            Ground.Written document = ground.write(kind);
                            ground.judge(document, "approved");
                            return to("accepted", at(call, document));
                        })
                        .needing(Permission.ACCEPT));
    }

    private static Call to(String status, Call call) {
        return call.anyVersion().json(JSON, "{'to': '%s', 'comment': 'because'}".formatted(status));
    }

    static Call at(Call call, Ground.Written document) {
        return call.with("number", document.number());
    }
}
