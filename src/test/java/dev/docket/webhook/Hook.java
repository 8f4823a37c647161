package dev.docket.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Eventually;
import dev.docket.api.StrictJson;
import dev.docket.document.Desk;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A webhook as its maintainer sees it. */
record Hook(Desk desk, String path, String secret) {

    /** A new one of the desk's project that leads to the receiver. */
    static Hook made(Desk desk, Receiver receiver) {
        return made(desk, receiver, Map.of());
    }

    static Hook made(Desk desk, Receiver receiver, Map<String, ?> said) {
        awaitMembership(desk);
        Map<String, Object> body = new HashMap<>(Map.of("url", receiver.url()));
        body.putAll(said);
        Response made = create(desk, body);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return new Hook(desk, all(desk) + "/" + made.path("id"), made.path("secret"));
    }

    /** Or it could be told of that, which may not be in the feed yet. */
    private static void awaitMembership(Desk desk) {
        try {
            Eventually.holds(() -> assertThat(desk.request()
                            .get("/api/v1/events?type=dev.docket.project.member-put.v1&project=" + desk.project())
                            .asString())
                    .contains("\"member\":\"" + desk.principal() + "\""));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Response create(Desk desk, Map<String, ?> body) {
        return desk.request().contentType(ContentType.JSON).body(body).post(all(desk));
    }

    static String all(Desk desk) {
        return "/api/v1/projects/" + desk.project() + "/webhooks";
    }

    Response get() {
        return desk.request().get(path);
    }

    /** A request that names the present version. */
    RequestSpecification conditional() {
        return desk.request().header("If-Match", get().header("ETag"));
    }

    Response patch(Map<String, ?> said) {
        return conditional()
                .contentType("application/merge-patch+json")
                .body(said)
                .patch(path);
    }

    void become(String state) {
        Response patched = patch(Map.of("state", state));
        assertThat(patched.statusCode()).as(patched.asString()).isEqualTo(200);
    }

    DeliveryView ping() {
        return queued(desk.request().post(path + "/test"));
    }

    DeliveryView again(DeliveryView delivery) {
        return queued(desk.request().post(path + "/deliveries/" + delivery.id() + "/redelivery"));
    }

    private static DeliveryView queued(Response queued) {
        assertThat(queued.statusCode()).as(queued.asString()).isEqualTo(202);
        return StrictJson.value(StrictJson.tree(queued.asByteArray()), DeliveryView.class);
    }

    /** The log, newest first. */
    List<DeliveryView> deliveries(String query) {
        Response page = desk.request().get(path + "/deliveries" + query);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        List<DeliveryView> deliveries = new ArrayList<>();
        StrictJson.tree(page.asByteArray())
                .path("items")
                .forEach(item -> deliveries.add(StrictJson.value(item, DeliveryView.class)));
        return deliveries;
    }

    /** The newest delivery, once it has had so many attempts. */
    DeliveryView newest(int attempts) throws Exception {
        Eventually.holds(() -> assertThat(deliveries("?limit=1"))
                .singleElement()
                .extracting(DeliveryView::attempts)
                .isEqualTo(attempts));
        return deliveries("?limit=1").get(0);
    }

    static DeliveryView.Attempt last(DeliveryView delivery) {
        return delivery.log().get(delivery.log().size() - 1);
    }
}
