package dev.docket.proof.sample;

import dev.docket.document.content.Kind;
import java.util.Locale;
import java.util.stream.Stream;

/** Of options, risks and links. */
final class PartSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Samples.ofBoth(kind -> Stream.of(
                        written(kind, "Option", "{'name': '%s', 'pros': ['quick']}"),
                        edited(kind, "Option", "{'name': '%s'}"),
                        written(kind, "Risk", "{'description': '%s', 'likelihood': {'level': 'low'}}"),
                        edited(kind, "Risk", "{'description': '%s', 'owner': 'mira.holt'}"),
                        written(kind, "Link", "{'rel': 'ticket', 'target': 'https://docket.dev/%s'}"))
                .flatMap(samples -> samples));
    }

    private static Stream<Sample> written(Kind kind, String part, String body) {
        String name = Samples.named(kind) + part;
        return Stream.of(
                Sample.of("list%ss".formatted(name), (call, ground, caller) -> at(call, ground.document(kind), part)),
                Sample.of("get" + name, (call, ground, caller) -> at(call, ground.document(kind), part)),
                Sample.of(
                        "add" + name,
                        (call, ground, caller) ->
                                at(call, ground.write(kind), part).json(JSON, body.formatted(ground.marker))),
                Sample.of(
                        "remove" + name,
                        (call, ground, caller) ->
                                at(call, ground.write(kind), part).anyVersion()));
    }

    private static Stream<Sample> edited(Kind kind, String part, String body) {
        String name = Samples.named(kind) + part;
        return Stream.of(
                Sample.of(
                        "replace" + name,
                        (call, ground, caller) -> at(call, ground.write(kind), part)
                                .anyVersion()
                                .json(JSON, body.formatted(ground.marker))),
                Sample.of(
                        "patch" + name,
                        (call, ground, caller) -> at(call, ground.write(kind), part)
                                .anyVersion()
                                .json("application/merge-patch+json", body.formatted(ground.marker))),
                Sample.of(
                        "patch" + name,
                        (call, ground, caller) -> at(call, ground.write(kind), part)
                                .anyVersion()
                                .json(
                                        "application/json-patch+json",
                                        "[{'op': 'test', 'path': '/id', 'value': '%s'}]"
                                                .formatted(id(ground.document(kind), part)))));
    }

    private static Call at(Call call, Ground.Written document, String part) {
        return DocumentSamples.at(call, document).with("id", id(document, part));
    }

    private static String id(Ground.Written document, String part) {
        return document.id(part.toLowerCase(Locale.ROOT));
    }
}
