package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A line with a box to tick.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CheckItem(
        @Schema(description = "What there is to do or to check.", examples = "Canary at ten per cent")
        @Size(max = ITEM)
        @Nullable
        String text,

        @Schema(description = "Whether the box is ticked.") @Nullable
        Boolean done) {}
