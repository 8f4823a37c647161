package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.PROSE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How an RFC will be tested.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Testing(
        @Schema(description = "Unit tests.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> unit,

        @Schema(description = "Integration tests.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> integration,

        @Schema(description = "Performance tests.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> performance,

        @Schema(description = "Security tests.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = ITEM) String> security,

        @Schema(description = "Prose under the heading that fits none of the other members.")
        @Size(max = PROSE)
        @Nullable
        String text) {}
