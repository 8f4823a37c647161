package dev.docket.document.content;

import static dev.docket.document.content.Bounds.FILE_NAME;
import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.PRINCIPAL;
import static dev.docket.document.content.Bounds.PRINCIPAL_PATTERN;
import static dev.docket.document.content.Bounds.PROJECT;
import static dev.docket.document.content.Bounds.PROJECT_PATTERN;
import static dev.docket.document.content.Bounds.RECORD;
import static dev.docket.document.content.Bounds.REF;
import static dev.docket.document.content.Bounds.REF_PATTERN;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What the server keeps about a document.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope(
        @Schema(description = "ADR or RFC.", readOnly = true)
        Kind kind,

        @Schema(description = "The key of the project it belongs to.", examples = "payments", readOnly = true)
        @Size(max = PROJECT)
        @Pattern(regexp = PROJECT_PATTERN)
        String project,

        @Schema(
                description = "Its number among the project's documents of its kind; never used again.",
                examples = "42",
                readOnly = true)
        @Min(1)
        int number,

        @Schema(
                description = "Its name within the project: kind and number, padded to four digits.",
                examples = "ADR-0042",
                readOnly = true)
        @Size(max = REF)
        @Pattern(regexp = REF_PATTERN)
        String ref,

        @Schema(
                description = "The name of its file in an export; follows the title.",
                examples = "0042-partition-the-ledger.md",
                readOnly = true)
        @Size(max = FILE_NAME)
        String fileName,

        @Schema(description = "Where it is in its lifecycle; changed only by a transition.", readOnly = true)
        Status status,

        @Schema(description = "The number of its newest revision; its ETag.", readOnly = true) @Min(1)
        int revision,

        @Schema(description = "The last revision that changed what approvers judge.", readOnly = true) @Min(1)
        int contentRevision,

        @Schema(description = "When it was created.", readOnly = true)
        Instant createdAt,

        @Schema(description = "The principal that created it.", readOnly = true)
        @Size(max = PRINCIPAL)
        @Pattern(regexp = PRINCIPAL_PATTERN)
        String createdBy,

        @Schema(description = "When its newest revision was written.", readOnly = true)
        Instant updatedAt,

        @Schema(description = "The principal that wrote its newest revision.", readOnly = true)
        @Size(max = PRINCIPAL)
        @Pattern(regexp = PRINCIPAL_PATTERN)
        String updatedBy,

        @Schema(description = "The day of its last change of status.", readOnly = true)
        LocalDate date,

        @Schema(description = "The day of its last change.", readOnly = true)
        LocalDate lastUpdated,

        @Schema(
                description = "Of an imported document, the status as it was written.",
                examples = "Accepted, with reservations",
                readOnly = true)
        @Size(max = ITEM)
        @Nullable
        String statusText,

        @Schema(description = "Of an imported document, where it came from.", readOnly = true) @Valid @Nullable
        Source source,

        @Schema(description = "Its transitions, oldest first: the decision record.", readOnly = true)
        @Size(max = RECORD)
        List<@NotNull @Valid RecordEntry> record) {}
