package dev.docket.webhook;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a delivery of a webhook. */
public class DeliveryPath extends WebhookPath {

    @PathParam("deliveryId")
    @Parameter(description = "The delivery's id.", example = "4711", schema = @Schema(pattern = ID, maxLength = 18))
    String deliveryId = "";

    /** 0, which no delivery has, for what cannot be one. */
    long delivery() {
        return number(deliveryId);
    }
}
