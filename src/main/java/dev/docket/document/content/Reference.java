package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.URL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A pointer to further reading.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(
        @Schema(description = "What it is.", examples = "PostgreSQL manual, chapter on partitioning")
        @Size(max = ITEM)
        @Nullable
        String text,

        @Schema(description = "Where it is; may be relative.", examples = "./event-design.md")
        @Size(max = URL)
        @Nullable
        String url,

        @Schema(description = "The heading it stands under.", examples = "external resources")
        @Size(max = LINE)
        @Nullable
        String group) {}
