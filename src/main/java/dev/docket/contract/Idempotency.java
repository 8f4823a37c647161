package dev.docket.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says of every POST that it can be sent again, and of its answers whether they were given before. */
final class Idempotency {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final OpenAPI api;

    Idempotency(OpenAPI api) {
        this.api = api;
    }

    void add() {
        api.getComponents()
                .addParameter(KEY, key())
                .addHeader(
                        REPLAYED,
                        Errors.header("true where the answer is the one that the key got the first time.", "true"));
        api.getPaths().getPathItems().values().stream()
                .map(item -> item.getPOST())
                .filter(Objects::nonNull)
                .forEach(Idempotency::add);
    }

    private static void add(Operation operation) {
        List<Parameter> parameters =
                new ArrayList<>(Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()));
        parameters.add(OASFactory.createParameter().ref("#/components/parameters/" + KEY));
        operation.setParameters(parameters);
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response -> response.getValue()
                        .addHeader(REPLAYED, OASFactory.createHeader().ref("#/components/headers/" + REPLAYED)));
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name(KEY)
                .in(Parameter.In.HEADER)
                .description(
                        "A name of your own for this request, so that it can be sent again without a second effect "
                                + "(draft-ietf-httpapi-idempotency-key-header-07): 1 to 255 printable ASCII characters, with or "
                                + "without quotes. Known for 24 hours to you and this path. The same request gets the same "
                                + "answer, without secrets, while you may still make it; another body or query is 422. What "
                                + "was refused can be tried again.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(512))
                .example("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"");
    }
}
