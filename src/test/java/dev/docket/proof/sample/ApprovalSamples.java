package dev.docket.proof.sample;

import dev.docket.access.Permission;
import dev.docket.document.content.Kind;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.Stream;

final class ApprovalSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Samples.ofBoth(kind -> Stream.concat(requests(kind, Samples.named(kind)), verdicts(kind)));
    }

    private static Stream<Sample> requests(Kind kind, String name) {
        return Stream.of(
                Sample.of("list%sApprovals".formatted(name), (call, ground, caller) -> at(call, ground.document(kind))),
                Sample.of("get%sApproval".formatted(name), (call, ground, caller) -> at(call, ground.document(kind))),
                Sample.of(
                        "request%sApproval".formatted(name),
                        (call, ground, caller) -> at(call, ground.write(kind))
                                .json(JSON, "{'role': 'engineering-lead', 'required': true, 'dueOn': '2026-06-01'}")),
                Sample.of(
                                "withdraw%sApproval".formatted(name),
                                (call, ground, caller) ->
                                        at(call, ground.write(kind)).anyVersion())
                        .needing(Permission.WITHDRAW_ANY_REQUEST),
                Sample.of("withdraw%sApproval".formatted(name), (call, ground, caller) -> {
                            Ground.Written document = ground.write(kind);
                            return at(call, document)
                                    .with("id", asked(document, caller))
                                    .anyVersion();
                        })
                        .needing(Permission.ASK_APPROVAL));
    }

    private static Stream<Sample> verdicts(Kind kind) {
        String give = "give%sVerdict".formatted(Samples.named(kind));
        return Stream.of(
                Sample.of(give, (call, ground, caller) -> verdict(call, ground.write(kind)))
                        .needing(Permission.JUDGE),
                Sample.of(give, (call, ground, caller) -> {
                            Ground.Written document = ground.write(kind);
                            ground.judge(document, "rejected");
                            return verdict(call, document);
                        })
                        .needing(Permission.OVERRIDE_OBJECTION)
                        // An approver may judge, but not brush another's objection aside.
                        .refusedWith(403, 409));
    }

    private static Call verdict(Call call, Ground.Written document) {
        return DocumentSamples.at(call, document)
                .with("id", document.id("policy"))
                .anyVersion()
                .json(JSON, "{'verdict': 'abstained', 'revision': 1, 'comment': 'I have seen it.'}");
    }

    /** The id of a request of the caller's; of another one where the caller may ask nobody. */
    private static String asked(Ground.Written document, Ground.Caller caller) {
        Response response = caller.request()
                .contentType(JSON)
                .body(Map.of("id", document.id("own"), "role", "legal"))
                .post(document.path() + "/approvals");
        return response.statusCode() == 201 ? response.path("id") : document.id("asked");
    }

    private static Call at(Call call, Ground.Written document) {
        return DocumentSamples.at(call, document).with("id", document.id("asked"));
    }
}
