package dev.docket.contract;

import io.smallrye.openapi.model.BaseModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The code serves both kinds by one set of methods; the contract names each, with the schema of its documents. */
final class Kinds {

    private static final String JSON = "application/json";
    private static final String VARIABLE = "{kind}";

    private final OpenAPI api;

    Kinds(OpenAPI api) {
        this.api = api;
    }

    /** One kind as the contract writes it. */
    private record Written(String segment, String name, String article, String title, String schema) {}

    private static final List<Written> KINDS = List.of(
            new Written("adrs", "ADR", "an ADR", "Adr", "#/components/schemas/Adr"),
            new Written("rfcs", "RFC", "an RFC", "Rfc", "#/components/schemas/Rfc"));

    void unfold() {
        Paths unfolded = OASFactory.createPaths();
        api.getPaths().getPathItems().forEach((path, item) -> {
            if (path.contains(VARIABLE)) {
                KINDS.forEach(kind -> unfolded.addPathItem(path.replace(VARIABLE, kind.segment()), of(item, kind)));
            } else {
                unfolded.addPathItem(path, item);
            }
        });
        api.setPaths(unfolded);
    }

    private static PathItem of(PathItem item, Written kind) {
        PathItem copy = BaseModel.deepCopy(item, PathItem.class);
        for (Map.Entry<PathItem.HttpMethod, Operation> entry :
                copy.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            operation.setOperationId(worded(operation.getOperationId(), kind));
            operation.setSummary(worded(operation.getSummary(), kind));
            operation.setDescription(worded(operation.getDescription(), kind));
            if (operation.getParameters() != null) {
                operation.setParameters(operation.getParameters().stream()
                        .filter(parameter ->
                                parameter.getIn() != Parameter.In.PATH || !"kind".equals(parameter.getName()))
                        .toList());
            }
            typed(operation, kind);
        }
        return copy;
    }

    private static String worded(String text, Written kind) {
        return text.replace("{Kind}", kind.title())
                .replace("{kind}", kind.name())
                .replace("{a kind}", kind.article());
    }

    /** Gives bodies that the code passes on as they are the schema that they have. */
    private static void typed(Operation operation, Written kind) {
        if (operation.getRequestBody() != null) {
            Content content = operation.getRequestBody().getContent();
            content.getMediaTypes().forEach((type, media) -> {
                if (type.equals(JSON)
                                && media.getSchema() != null
                                && media.getSchema().getRef() == null
                        || refersTo(media.getSchema(), "JsonNode")) {
                    media.setSchema(reference(kind));
                }
            });
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null && response.getContent().getMediaType(JSON) != null) {
                Schema schema = response.getContent().getMediaType(JSON).getSchema();
                if (schema != null && bytes(schema)) {
                    response.getContent().getMediaType(JSON).setSchema(reference(kind));
                } else if (refersTo(schema, "JsonNode")) {
                    response.getContent().getMediaType(JSON).setSchema(Patch.operations());
                }
            }
        });
    }

    private static boolean bytes(Schema schema) {
        return "binary".equals(schema.getFormat())
                || "byte".equals(schema.getFormat())
                || schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING);
    }

    private static boolean refersTo(@Nullable Schema schema, String name) {
        return schema != null && Objects.equals(schema.getRef(), "#/components/schemas/" + name);
    }

    private static Schema reference(Written kind) {
        return OASFactory.createSchema().ref(kind.schema());
    }
}
