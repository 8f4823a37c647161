package dev.docket.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Summary", description = "A document as lists show it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Summary(
        @Schema(description = "adr or rfc.", required = true)
        Kind kind,

        @Schema(
                description = "The key of the project.",
                examples = "payments",
                required = true,
                maxLength = Names.PROJECT)
        String project,

        @Schema(description = "The number.", examples = "42", required = true, minimum = "1")
        int number,

        @Schema(
                description = "Its name within the project.",
                examples = "ADR-0042",
                required = true,
                maxLength = Bounds.REF)
        String ref,

        @Schema(
                description = "What is decided or proposed.",
                examples = "Partition the ledger by month",
                required = true,
                maxLength = Bounds.TITLE)
        String title,

        @Schema(description = "Where it is in its lifecycle.", required = true)
        Status status,

        @Schema(description = "The number of its newest revision.", examples = "3", required = true, minimum = "1")
        int revision,

        @Schema(description = "The day of its last change of status.", required = true)
        LocalDate date,

        @Schema(description = "When it was created.", required = true)
        Instant createdAt,

        @Schema(description = "Who created it.", examples = "mira.holt", required = true, maxLength = Names.PRINCIPAL)
        String createdBy,

        @Schema(description = "When its newest revision was written.", required = true)
        Instant updatedAt,

        @Schema(description = "Who wrote it.", examples = "mira.holt", required = true, maxLength = Names.PRINCIPAL)
        String updatedBy,

        @Schema(description = "The day to look at it again.") @Nullable
        LocalDate reviewOn,

        @Schema(description = "Its tags.", required = true, maxItems = Bounds.LABELS)
        List<@Size(max = Bounds.LABEL) String> tags,

        @Schema(description = "The components it concerns.", required = true, maxItems = Bounds.LABELS)
        List<@Size(max = Bounds.LABEL) String> components)
        implements Item {}
