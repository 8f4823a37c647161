package dev.docket.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.api.FieldError;
import dev.docket.api.Names;
import dev.docket.api.ShownOnce;
import dev.docket.document.content.Kind;
import dev.docket.event.EventType;
import dev.docket.project.Owned;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Webhook",
        description = "Where events of a project are sent, and which (Standard Webhooks 1.0). What the server owns may "
                + "be sent back unchanged.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WebhookView(
        @Schema(description = "The webhook's id.", examples = "17", readOnly = true) @Min(1) @Nullable
        Long id,

        @Schema(
                description = "Where the events are sent by POST: an https URL whose host has a public address.",
                examples = "https://hooks.example.com/docket")
        @NotNull
        @Size(min = 1, max = Target.LENGTH)
        String url,

        @Schema(
                description = "The types of the events that are sent; all of them, where it is empty.",
                examples = "[\"dev.docket.document.transitioned.v1\"]")
        @Size(max = 50)
        SortedSet<EventType> types,

        @Schema(
                description = "The kinds of the documents whose events are sent; all events, those of the project as "
                        + "well, where it is empty.",
                examples = "[\"adr\"]")
        @Size(max = 2)
        SortedSet<Kind> kinds,

        @Schema(
                description = "Whether events are sent. active makes a disabled one work again, on behalf of whoever "
                        + "says so.",
                defaultValue = "active")
        @Nullable
        WebhookState state,

        @Schema(description = "Why the service has disabled it; absent while it has not.", readOnly = true) @Nullable
        DisabledReason disabledBecause,

        @Schema(
                description = "On whose behalf events are sent: while that principal may read the project.",
                examples = "mira.holt",
                readOnly = true)
        @Size(max = Names.PRINCIPAL)
        @Nullable
        String owner,

        @Schema(
                description = "Until when each delivery has a signature by the secret before as well; absent if there "
                        + "never was one.",
                readOnly = true)
        @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Counts the changes of the webhook; its ETag.", examples = "3", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "When it was made.", readOnly = true) @Nullable
        Instant createdAt,

        @Schema(description = "When it was changed last.", readOnly = true) @Nullable
        Instant updatedAt,

        @Schema(
                description = "The principal that changed it last; docket for the service itself.",
                examples = "mira.holt",
                readOnly = true)
        @Size(max = Names.PRINCIPAL)
        @Nullable
        String updatedBy,

        @Schema(
                description = "What deliveries are signed with: 24 to 64 bytes in Base64 behind whsec_. Chosen by "
                        + "whoever makes the webhook, or made if left out; only in answers that make one, and never "
                        + "again.",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @Size(max = SigningSecret.LENGTH)
        @Pattern(regexp = SigningSecret.PATTERN)
        @ShownOnce
        @Nullable
        String secret) {

    /** What one is before the server has kept anything of it. */
    private static final WebhookView NEW =
            of(null, "", null, null, WebhookState.ACTIVE, null, null, null, null, null, null, null, null);

    @JsonCreator
    static WebhookView of(
            @JsonProperty("id") @Nullable Long id,
            @JsonProperty("url") String url,
            @JsonProperty("types") @Nullable SortedSet<EventType> types,
            @JsonProperty("kinds") @Nullable SortedSet<Kind> kinds,
            @JsonProperty("state") @Nullable WebhookState state,
            @JsonProperty("disabledBecause") @Nullable DisabledReason disabledBecause,
            @JsonProperty("owner") @Nullable String owner,
            @JsonProperty("previousSecretUntil") @Nullable Instant previousSecretUntil,
            @JsonProperty("version") @Nullable Integer version,
            @JsonProperty("createdAt") @Nullable Instant createdAt,
            @JsonProperty("updatedAt") @Nullable Instant updatedAt,
            @JsonProperty("updatedBy") @Nullable String updatedBy,
            @JsonProperty("secret") @Nullable String secret) {
        return new WebhookView(
                id,
                url,
                Objects.requireNonNullElseGet(types, TreeSet::new),
                Objects.requireNonNullElseGet(kinds, TreeSet::new),
                state,
                disabledBecause,
                owner,
                previousSecretUntil,
                version,
                createdAt,
                updatedAt,
                updatedBy,
                secret);
    }

    /** The members that the server owns and that are sent with another value than it has; null while it is made. */
    List<FieldError> differing(@Nullable WebhookView present) {
        WebhookView has = present == null ? NEW : present;
        return new Owned()
                .same("/id", id, has.id)
                .same("/state", state == WebhookState.DISABLED ? state : null, has.state)
                .same("/disabledBecause", disabledBecause, has.disabledBecause)
                .same("/owner", owner, has.owner)
                .same("/previousSecretUntil", previousSecretUntil, has.previousSecretUntil)
                .same("/version", version, has.version)
                .same("/createdAt", createdAt, has.createdAt)
                .same("/updatedAt", updatedAt, has.updatedAt)
                .same("/updatedBy", updatedBy, has.updatedBy)
                .same("/secret", present == null ? null : secret, null)
                .errors();
    }
}
