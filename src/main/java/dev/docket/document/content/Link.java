package dev.docket.document.content;

import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.PART_ID;
import static dev.docket.document.content.Bounds.PART_ID_PATTERN;
import static dev.docket.document.content.Bounds.URL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "A typed relation to another document or to something outside.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
        @Schema(
                description = "The link's id: given by the server, or by the client when the link is new; unique in "
                        + "the document and never used again in it.",
                examples = "l1")
        @Size(min = 1, max = PART_ID)
        @Pattern(regexp = PART_ID_PATTERN)
        @Nullable
        String id,

        @Schema(description = "The revision of the document that last changed this part; its ETag.", readOnly = true)
        @Min(1)
        @Nullable
        Integer version,

        @Schema(description = "What the relation is.") @Nullable
        Rel rel,

        @Schema(
                description = "Between documents a ref of this project, or project/ref, kept as typed; otherwise "
                        + "any text, as a rule a URL.",
                examples = "ADR-0042")
        @Size(max = URL)
        @Nullable
        String target,

        @Schema(description = "How a reader should see it.", examples = "Partition the ledger by month")
        @Size(max = LINE)
        @Nullable
        String title)
        implements Part<Link> {

    @Override
    public Link identified(String id, @Nullable Integer version) {
        return new Link(id, version, rel, target, title);
    }
}
