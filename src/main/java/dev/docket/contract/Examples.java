package dev.docket.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.jspecify.annotations.Nullable;

/** Gives every body an example: the one that {@code contract/examples.json} has for its schema, or for its patch. */
final class Examples {

    private static final String SCHEMAS = "#/components/schemas/";

    private final OpenAPI api;
    private final JsonNode examples;
    private final ObjectMapper json = new ObjectMapper();

    Examples(OpenAPI api) {
        this.api = api;
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream("/contract/examples.json"))) {
            this.examples = json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add() {
        api.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations().forEach((method, operation) -> add(path, operation)));
    }

    private void add(String path, Operation operation) {
        if (operation.getRequestBody() != null) {
            add(path, operation.getRequestBody().getContent(), "request");
        }
        operation
                .getResponses()
                .getAPIResponses()
                .values()
                .forEach(response -> add(path, response.getContent(), "response"));
    }

    private void add(String path, @Nullable Content content, String direction) {
        if (content != null) {
            content.getMediaTypes().forEach((type, media) -> {
                if (media.getExample() == null && media.getExamples() == null) {
                    example(path, type, media, direction);
                }
            });
        }
    }

    private void example(String path, String type, MediaType media, String direction) {
        String ref = media.getSchema() == null ? null : media.getSchema().getRef();
        String name = ref == null ? type : ref.substring(SCHEMAS.length());
        // A document that is sent has no server-owned members; a patch is of what its path names.
        JsonNode example = examples.path(name + " " + direction);
        if (example.isMissingNode()) {
            example = examples.path(name + " " + lastWord(path));
        }
        if (example.isMissingNode()) {
            example = examples.path(name);
        }
        if (!example.isMissingNode()) {
            media.setExample(json.convertValue(example, Object.class));
        }
    }

    private static String lastWord(String path) {
        String[] parts = path.replaceAll("/\\{[^/]*}", "").split("/", -1);
        return parts[parts.length - 1];
    }
}
