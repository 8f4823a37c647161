package dev.docket.proof.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Of webhooks and their deliveries. A project has few of them at most, so those that are there are used again. */
final class WebhookSamples implements Samples {

    private static final String JSON = "application/json";

    @Override
    public Stream<Sample> samples() {
        return Stream.concat(webhooks(), deliveries());
    }

    private static Stream<Sample> webhooks() {
        return Stream.of(
                Sample.of("listWebhooks", (call, ground, caller) -> call.query("limit", "5")),
                Sample.of("createWebhook", (call, ground, caller) -> {
                    find(ground, "new").ifPresent(WebhookSamples::remove);
                    return call.json(JSON, "{'url': '%s', 'kinds': ['adr']}".formatted(url(ground, "new")));
                }),
                Sample.of("getWebhook", (call, ground, caller) -> at(call, ground, "there")),
                Sample.of(
                        "replaceWebhook",
                        (call, ground, caller) -> at(call, ground, "there")
                                .anyVersion()
                                .json(JSON, "{'url': '%s'}".formatted(url(ground, "there")))),
                Sample.of(
                        "patchWebhook",
                        (call, ground, caller) -> at(call, ground, "there")
                                .anyVersion()
                                .json(
                                        "application/merge-patch+json",
                                        "{'types': ['dev.docket.document.redacted.v1']}")),
                Sample.of(
                        "patchWebhook",
                        (call, ground, caller) -> at(call, ground, "there")
                                .anyVersion()
                                .json(
                                        "application/json-patch+json",
                                        "[{'op': 'replace', 'path': '/kinds', 'value': ['rfc']}]")),
                Sample.of(
                        "rotateWebhookSecret",
                        (call, ground, caller) -> at(call, ground, "there").anyVersion()),
                Sample.of(
                        "removeWebhook",
                        (call, ground, caller) -> at(call, ground, "leaving").anyVersion()));
    }

    private static Stream<Sample> deliveries() {
        return Stream.of(
                Sample.of("pingWebhook", (call, ground, caller) -> at(call, ground, "there")),
                Sample.of(
                        "listWebhookDeliveries",
                        (call, ground, caller) -> at(call, ground, "there").query("state", "pending")),
                Sample.of(
                        "redeliverToWebhook",
                        (call, ground, caller) -> at(call, ground, "there").with("deliveryId", delivery(ground))));
    }

    private static Call at(Call call, Ground ground, String name) {
        String path = path(ground, name);
        return call.with("id", path.substring(path.lastIndexOf('/') + 1));
    }

    /** The path of the webhook of that name, which is made if need be. */
    private static String path(Ground ground, String name) {
        return find(ground, name)
                .orElseGet(() -> all(ground) + "/"
                        + Ground.ok(Ground.ADMIN
                                        .request()
                                        .contentType(JSON)
                                        .body(Call.json("{'url': '%s'}".formatted(url(ground, name)))
                                                .toString())
                                        .post(all(ground)))
                                .path("id"));
    }

    private static Optional<String> find(Ground ground, String name) {
        return items(all(ground))
                .filter(each -> each.path("url").asText().equals(url(ground, name)))
                .map(each -> all(ground) + "/" + each.path("id").asText())
                .findFirst();
    }

    private static void remove(String path) {
        Ground.ok(Ground.ADMIN.request().header("If-Match", "*").delete(path));
    }

    private static String delivery(Ground ground) {
        String path = path(ground, "there");
        return items(path + "/deliveries")
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElseGet(() -> Ground.ok(Ground.ADMIN.request().post(path + "/test"))
                        .path("id")
                        .toString());
    }

    private static Stream<JsonNode> items(String path) {
        return StreamSupport.stream(Ground.read(path).path("items").spliterator(), false);
    }

    /** Leads nowhere. */
    private static String url(Ground ground, String name) {
        return "https://nowhere.test/" + ground.marker + "/" + name;
    }

    private static String all(Ground ground) {
        return "/api/v1/projects/" + ground.project + "/webhooks";
    }
}
