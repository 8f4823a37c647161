package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A section that has no member of its own.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExtraSection(
        @Schema(description = "Its heading, without the marks.", examples = "Glossary") @Size(max = LINE) @Nullable
        String heading,

        @Schema(description = "The depth of its heading, 1 to 6.") @Min(1) @Max(6) @Nullable
        Integer level,

        @Schema(description = "All that stands under the heading.") @Size(max = PROSE) @Nullable
        String text,

        @Schema(
                description =
                        "Where it stood: the JSON Pointer of the member it came after; absent when it came first.",
                examples = "/consequences")
        @Size(max = LINE)
        @Nullable
        String after) {}
