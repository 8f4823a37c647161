package dev.docket.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.access.Callers;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.api.Idempotent;
import dev.docket.api.IfMatch;
import dev.docket.api.IfNoneMatch;
import dev.docket.api.Page;
import dev.docket.api.Paging;
import dev.docket.api.Patches;
import dev.docket.api.StrictJson;
import dev.docket.api.Tagged;
import dev.docket.project.ProjectPath;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(WebhookPath.ALL)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class WebhooksResource {

    private final Callers callers;
    private final Webhooks webhooks;

    WebhooksResource(Callers callers, Webhooks webhooks) {
        this.callers = callers;
        this.webhooks = webhooks;
    }

    @GET
    @Needs(Permission.READ_WEBHOOKS)
    @Operation(
            operationId = "listWebhooks",
            summary = "List the webhooks of a project",
            description = "For maintainers, in the order of their making. Never the secrets.")
    public Page<WebhookView> list(@BeanParam ProjectPath path, @BeanParam Paging paging) {
        return webhooks.list(callers.current(), path.key(), paging);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "createWebhook",
            summary = "Make a webhook",
            description = "For maintainers, with the scope admin. It is told what happens from now on (and may be "
                    + "told of the moment before), on your behalf: while you may read the project. The answer holds the secret that deliveries are signed with; "
                    + "nothing ever shows it again. A project has at most 50.")
    public RestResponse<WebhookView> create(@BeanParam ProjectPath path, WebhookView wanted) {
        WebhookView made = webhooks.create(callers.current(), path.key(), wanted);
        return Tagged.createdOnce(WebhookPath.of(path.key(), Objects.requireNonNull(made.id())), version(made), made);
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_WEBHOOKS)
    @Operation(
            operationId = "getWebhook",
            summary = "Read a webhook",
            description = "For maintainers. Never the secret.")
    public RestResponse<WebhookView> get(@BeanParam WebhookPath path, @BeanParam IfNoneMatch known) {
        WebhookView webhook = webhooks.get(callers.current(), path.key(), path.id());
        return Tagged.read(known.tags(), version(webhook), webhook);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "replaceWebhook",
            summary = "Replace a webhook",
            description =
                    "For maintainers, with the scope admin. What is left out gets its default: it is active then. "
                            + "The secret stays.")
    public RestResponse<WebhookView> replace(
            @BeanParam WebhookPath path, @BeanParam IfMatch match, WebhookView wanted) {
        return change(path, match, present -> wanted);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({Patches.MERGE, Patches.JSON})
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "patchWebhook",
            summary = "Change a webhook",
            description =
                    "For maintainers, with the scope admin: where it leads, what it is told, whether it is paused. "
                            + "One that is active again is told what has happened meanwhile.")
    public RestResponse<WebhookView> patch(
            @BeanParam WebhookPath path, @BeanParam IfMatch match, @Context HttpHeaders headers, JsonNode patch) {
        return change(path, match, present -> {
            JsonNode target = StrictJson.objectMapper().valueToTree(present);
            return StrictJson.value(Patches.apply(headers.getMediaType(), patch, target), WebhookView.class);
        });
    }

    @DELETE
    @Path("/{id}")
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "removeWebhook",
            summary = "Remove a webhook",
            description = "For maintainers, with the scope admin. What was not delivered yet never is.")
    public void remove(@BeanParam WebhookPath path, @BeanParam IfMatch match) {
        webhooks.remove(callers.current(), path.key(), path.id(), match.tags());
    }

    @POST
    @Idempotent
    @Path("/{id}/secret")
    @Needs(Permission.MANAGE_WEBHOOKS)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "The answer holds it; nothing ever shows it again. Until previousSecretUntil each delivery has "
                            + "two signatures, one by either secret; one that was the previous before signs no more.")
    public RestResponse<WebhookView> rotate(@BeanParam WebhookPath path, @BeanParam IfMatch match) {
        WebhookView rotated = webhooks.rotate(callers.current(), path.key(), path.id(), match.tags());
        return Tagged.changedOnce(version(rotated), rotated);
    }

    private RestResponse<WebhookView> change(WebhookPath path, IfMatch match, UnaryOperator<WebhookView> edit) {
        WebhookView changed = webhooks.change(callers.current(), path.key(), path.id(), match.tags(), edit);
        return Tagged.changed(version(changed), changed);
    }

    private static int version(WebhookView webhook) {
        return Objects.requireNonNull(webhook.version());
    }
}
