package dev.docket.event;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event as other programs get it: CloudEvents 1.0 in its JSON format, with the extension {@code sequence}. */
@Schema(name = "Event", description = "That something changed (CloudEvents 1.0, JSON format).")
public record CloudEvent(
        @Schema(description = "The version of CloudEvents.", examples = "1.0", required = true)
        String specversion,

        @Schema(
                description = "The event's own id; a receiver that has seen it has seen the event.",
                format = "uuid",
                examples = "6f1c0a51-97f4-4a3b-9b0e-3f8a6f0f3f52",
                required = true)
        String id,

        @Schema(
                description = "The project that it happened in.",
                format = "uri-reference",
                examples = "/api/v1/projects/payments",
                required = true)
        String source,

        @Schema(
                description = "What happened. There will be more types: pass over those that you do not know.",
                examples = "dev.docket.document.transitioned.v1",
                required = true)
        String type,

        @Schema(
                description = "What it happened to: a document of the project, or the project itself.",
                examples = "payments/ADR-0042",
                required = true)
        String subject,

        @Schema(description = "When it happened.", required = true)
        Instant time,

        @Schema(description = "The media type of data.", examples = "application/json", required = true)
        String datacontenttype,

        @Schema(
                description = "The position in the feed, with leading zeros: it sorts as text and as a number.",
                examples = "0000000000000004711",
                pattern = "^[0-9]{19}$",
                required = true)
        String sequence,

        @Schema(implementation = Data.class, required = true) @JsonRawValue
        String data) {

    /** What {@code data} holds, for the contract: each type of event has some of these. */
    @Schema(name = "EventData", description = "What is worth knowing at once; read the document for the rest.")
    public record Data(
            @Schema(description = "The document, within its project.", examples = "ADR-0042") @Nullable
            String ref,

            @Schema(description = "The document's revision that it came with.", examples = "4") @Nullable
            Integer revision,

            @Schema(description = "The document's status since.", examples = "accepted") @Nullable
            String status,

            @Schema(description = "The status before a transition.", examples = "proposed") @Nullable
            String from,

            @Schema(description = "The status after a transition.", examples = "accepted") @Nullable
            String to,

            @Schema(
                    description = "The principal that did it; docket for what the service does by itself.",
                    examples = "mira.holt")
            @Nullable
            String actor,

            @Schema(description = "The approval that is asked for or overdue.", examples = "a2-1") @Nullable
            String approval,

            @Schema(description = "The policy role that is asked.", examples = "security") @Nullable
            String role,

            @Schema(description = "The principal that is asked.", examples = "noor.haddad") @Nullable
            String approver,

            @Schema(description = "The day that an approval or a review was due.", format = "date") @Nullable
            String dueOn,

            @Schema(description = "The version of a project that was made or changed.", examples = "3") @Nullable
            Integer version,

            @Schema(description = "The member that was put or removed.", examples = "group:architects") @Nullable
            String member,

            @Schema(description = "The webhook that was disabled.", examples = "17") @Nullable
            Long webhook,

            @Schema(description = "Why it was.", examples = "failing") @Nullable
            String reason) {}

    public static CloudEvent of(Entry entry) {
        return new CloudEvent(
                "1.0",
                entry.id().toString(),
                "/api/v1/projects/" + entry.project(),
                entry.type(),
                entry.subject(),
                entry.at(),
                "application/json",
                "%019d".formatted(entry.position()),
                entry.data());
    }
}
