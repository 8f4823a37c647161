package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "A grade, and what was said beside it: “High (delayed exports)” is level high with "
                + "the text “delayed exports”; “unclear” has only a text.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rating(
        @Schema(description = "The grade; absent when the words name none.") @Nullable
        Level level,

        @Schema(description = "What was said beside or instead of the grade.", examples = "delayed exports")
        @Size(max = ITEM)
        @Nullable
        String text) {}
