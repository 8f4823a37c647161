package dev.docket.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import dev.docket.api.Names;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Import", description = "An import: how far it is, and what became of each file.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        @Schema(description = "The import's id.", examples = "17", required = true, maxLength = 20)
        String id,

        @Schema(description = "Where it is.", required = true)
        State status,

        @Schema(description = "Whether it only says what an import would do; nothing is changed then.", required = true)
        boolean dryRun,

        @Schema(description = "How many files are done.", examples = "2", required = true, minimum = "0")
        int done,

        @Schema(
                description = "How many files there are.",
                examples = "2",
                required = true,
                minimum = "0",
                maximum = "5000")
        int total,

        @Schema(description = "How many files came out how; of those that are done.", required = true)
        Counts counts,

        @Schema(description = "Why the import as a whole failed.", maxLength = 1000) @Nullable
        String detail,

        @Schema(description = "When it was asked for.", required = true)
        Instant createdAt,

        @Schema(
                description = "The principal that asked for it.",
                examples = "mira.holt",
                required = true,
                maxLength = Names.PRINCIPAL)
        String createdBy,

        @Schema(description = "When work on it began.") @Nullable
        Instant startedAt,

        @Schema(description = "When it came to its end.") @Nullable
        Instant finishedAt,

        @Schema(
                description = "The files that are done, in the order of the archive: all of them, 5,000 at most.",
                required = true,
                maxItems = Limits.FILES)
        List<FileView> files) {

    @Schema(
            name = "ImportStatus",
            description = "waiting for an earlier import of the project, running, done with a report on every file, or "
                    + "failed as a whole.")
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        @JsonValue
        public String json() {
            return Kebab.of(this);
        }
    }

    @Schema(name = "ImportCounts", description = "How many files came out how.")
    record Counts(
            @Schema(description = "New documents.", examples = "1", required = true, minimum = "0")
            int created,

            @Schema(
                    description = "Files with the same bytes as before.",
                    examples = "0",
                    required = true,
                    minimum = "0")
            int unchanged,

            @Schema(
                    description = "Documents that follow their changed files.",
                    examples = "0",
                    required = true,
                    minimum = "0")
            int revised,

            @Schema(
                    description = "Changed files of documents that were edited here.",
                    examples = "0",
                    required = true,
                    minimum = "0")
            int conflict,

            @Schema(description = "Files that are no records.", examples = "1", required = true, minimum = "0")
            int skipped,

            @Schema(description = "Files that cannot be documents.", examples = "0", required = true, minimum = "0")
            int failed) {}
}
