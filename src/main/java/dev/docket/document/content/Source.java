package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.SHA256;
import static dev.docket.document.content.Bounds.SHA256_PATTERN;
import static dev.docket.document.content.Bounds.URL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "Where an imported document came from.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(
        @Schema(description = "The file's path in what was imported.", examples = "doc/adr/0012-use-postgresql.md")
        @Size(max = URL)
        @Nullable
        String path,

        @Schema(description = "The template it was read in.", examples = "adr-classic") @Size(max = LINE) @Nullable
        String template,

        @Schema(description = "The SHA-256 of the file's bytes, in lower-case hexadecimal.")
        @Size(max = SHA256)
        @Pattern(regexp = SHA256_PATTERN)
        @Nullable
        String sha256,

        @Schema(description = "The number the file gave itself.") @Min(1) @Nullable
        Integer number,

        @Schema(description = "The date as it is written in the file.", examples = "3 May 2021")
        @Size(max = LINE)
        @Nullable
        String date) {}
