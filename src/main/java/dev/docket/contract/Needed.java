package dev.docket.contract;

import dev.docket.api.Kebab;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Says of each operation which permissions it takes, one of which is enough: {@code x-docket-permission}. */
final class Needed {

    /** By name: the contract knows no feature. */
    private static final DotName NEEDS = DotName.createSimple("dev.docket.access.Needs");

    private static final String NAME = "x-docket-permission";

    private final OpenAPI api;
    private final Map<String, List<String>> needed = new HashMap<>();

    Needed(OpenAPI api, IndexView code) {
        this.api = api;
        for (AnnotationInstance needs : code.getAnnotations(NEEDS)) {
            AnnotationInstance operation = needs.target().asMethod().annotation(Operation.class);
            // One that is hidden stands beside another one that is not.
            if (operation.value("operationId") != null) {
                needed.put(
                        operation.value("operationId").asString(),
                        Stream.of(needs.value().asEnumArray()).map(Kebab::of).toList());
            }
        }
    }

    void add() {
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(operation -> needed.containsKey(operation.getOperationId()))
                .forEach(operation -> operation.addExtension(NAME, needed.get(operation.getOperationId())));
    }
}
