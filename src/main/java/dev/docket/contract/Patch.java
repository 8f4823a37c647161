package dev.docket.contract;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The schemas of the two patch formats. */
final class Patch {

    private Patch() {}

    /** The schema that the media type itself stands for. */
    static Optional<Schema> schema(String mediaType) {
        return switch (mediaType) {
            case "application/merge-patch+json" ->
                Optional.of(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .description("What to set; null removes (RFC 7396)."));
            case "application/json-patch+json" -> Optional.of(operations());
            default -> Optional.empty();
        };
    }

    /** A JSON Patch (RFC 6902). */
    static Schema operations() {
        Schema pointer = text("A JSON Pointer (RFC 6901).").maxLength(2_000);
        Schema operation = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("One operation.")
                .addProperty(
                        "op",
                        text("What to do.").enumeration(List.of("add", "remove", "replace", "move", "copy", "test")))
                .addProperty("path", pointer)
                .addProperty("from", text("Where to take the value from.").maxLength(2_000))
                .addProperty("value", OASFactory.createSchema().description("Any JSON value."))
                .required(List.of("op", "path"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .description("The operations, in order (RFC 6902).")
                .items(operation);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
