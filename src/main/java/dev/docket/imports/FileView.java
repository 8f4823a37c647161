package dev.docket.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.document.content.Bounds;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ImportedFile", description = "What became of one file.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileView(
        @Schema(
                description = "Its path in the archive; absent where a single file was sent without one.",
                examples = "docs/adr/0012-use-postgresql.md",
                maxLength = Limits.PATH)
        @Nullable
        String path,

        @Schema(description = "What became of it.", required = true)
        Outcome outcome,

        @Schema(
                description = "The document; in a dry run, the one that it would be.",
                examples = "ADR-0012",
                pattern = Bounds.REF_PATTERN,
                maxLength = Bounds.REF)
        @Nullable
        String ref,

        @Schema(description = "The template it was read in.", examples = "adr-drivers", maxLength = Bounds.LINE)
        @Nullable
        String template,

        @Schema(
                description = "What was not understood as it was meant to be; no word is lost.",
                required = true,
                maxItems = 100)
        List<WarningView> warnings,

        @Schema(description = "Why it was skipped, failed, or is a conflict.", maxLength = 10_000) @Nullable
        String detail,

        @Schema(
                description =
                        "Of a conflict, what changed in the file since it was imported, as a unified diff; long ones are cut.",
                maxLength = 30_000)
        @Nullable
        String diff) {

    @Schema(name = "ImportWarning", description = "Something in a file that was not understood as it was meant to be.")
    record WarningView(
            @Schema(description = "The line of the file, from 1.", examples = "3", required = true, minimum = "1")
            int line,

            @Schema(
                    description = "What it is, for programs.",
                    examples = "unknown-status",
                    required = true,
                    maxLength = 100)
            String code,

            @Schema(
                    description = "What it is, for people.",
                    examples = "'parked' is no status that is known; it is a draft.",
                    required = true,
                    maxLength = 500)
            String detail) {}
}
