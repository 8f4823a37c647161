package dev.docket.webhook;

import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.Page;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path(WebhookPath.ALL + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveriesResource {

    private final Callers callers;
    private final ByHand byHand;

    DeliveriesResource(Callers callers, ByHand byHand) {
        this.callers = callers;
        this.byHand = byHand;
    }

    @POST
    @Idempotent
    @Path("/test")
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "pingWebhook",
            summary = "Try a webhook",
            description =
                    "Sends it an event of the type dev.docket.webhook.ping.v1, which is not in the feed, whatever "
                            + "types and kinds it wants; the log of deliveries tells what came of it. 409 unless it is active.")
    @APIResponse(
            responseCode = "202",
            description = "Queued.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> ping(@BeanParam WebhookPath path) {
        return queued(byHand.ping(callers.current(), path));
    }

    @GET
    @Path("/deliveries")
    @Needs(Permission.READ_WEBHOOKS)
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List the deliveries of a webhook",
            description =
                    "Newest first, each with its last attempts: status, latency, and the beginning of the answer. "
                            + "Those that are over are kept for 30 days, unless the service is told otherwise.")
    public Page<DeliveryView> list(@BeanParam WebhookPath path, @BeanParam DeliveryQuery query) {
        return byHand.list(callers.current(), path, query);
    }

    @POST
    @Idempotent
    @Path("/deliveries/{deliveryId}/redelivery")
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "redeliverToWebhook",
            summary = "Send a delivery again",
            description = "At once, and by the schedule after that, whatever has become of it: the same body with the "
                    + "same webhook-id. 409 unless the webhook is active.")
    @APIResponse(
            responseCode = "202",
            description = "Queued.",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public RestResponse<DeliveryView> again(@BeanParam DeliveryPath path) {
        return queued(byHand.again(callers.current(), path));
    }

    private static RestResponse<DeliveryView> queued(DeliveryView delivery) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, delivery).build();
    }
}
