package dev.docket.document.content;

import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.URL;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "The technical story, ticket, epic or design document that prompted the document.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Story(
        @Schema(description = "Its name or number.", examples = "PAY-1187: settle refunds the same day")
        @Size(max = ITEM)
        @Nullable
        String text,

        @Schema(description = "Where it is; may be relative.", examples = "https://tickets.example.com/PAY-1187")
        @Size(max = URL)
        @Nullable
        String url) {}
