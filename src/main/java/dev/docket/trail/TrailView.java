package dev.docket.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.access.Action;
import dev.docket.api.Names;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "TrailEntry", description = "Who did what, to what, when and from where.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrailView(
        @Schema(description = "The entry's id.", examples = "4711", minimum = "1", required = true)
        long id,

        @Schema(description = "When it was done; of several alike, the last.", required = true)
        Instant at,

        @Schema(description = "What was done.", required = true)
        Action action,

        @Schema(
                description = "Who did it; absent where nobody was signed in, or the service did it by itself.",
                examples = "mira.holt",
                maxLength = Names.PRINCIPAL)
        @Nullable
        String principal,

        @Schema(description = "The project it was done in.", examples = "payments", maxLength = Names.PROJECT) @Nullable
        String project,

        @Schema(
                description = "The path of what it was done to.",
                examples = "/api/v1/projects/payments/members/noor.haddad",
                maxLength = Entry.SUBJECT)
        @Nullable
        String subject,

        @Schema(
                description = "The address that the request came from: the connection's, or the one that a trusted "
                        + "proxy forwarded.",
                examples = "192.0.2.17",
                maxLength = 100)
        @Nullable
        String remoteAddress,

        @Schema(description = "What the client calls itself.", examples = "curl/8.5.0", maxLength = Entry.AGENT)
        @Nullable
        String userAgent,

        @Schema(
                description = "Finds the request in the service's log.",
                examples = "5f0c1e2d7a9b4c3e8d6f1a2b3c4d5e6f",
                maxLength = 32)
        @Nullable
        String traceId,

        @Schema(
                description = "What else is worth knowing.",
                examples = "roles approver; policy roles security",
                maxLength = Entry.DETAIL)
        @Nullable
        String detail,

        @Schema(
                description = "How many refusals alike, of the same minute, this entry stands for.",
                examples = "1",
                minimum = "1",
                required = true)
        int times) {}
