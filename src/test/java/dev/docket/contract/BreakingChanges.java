package dev.docket.contract;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a client or server that was generated from the released contract would trip over in the current one.
 *
 * <p>A request may not be asked for more than before, and a response may not promise less; {@link SchemaChanges} says
 * what that means for schemas. Beyond schemas these break: an operation, parameter, media type, 2xx status or response
 * header that is gone; an operationId that is another; a parameter or body that is newly required; a parameter that is
 * written in another style; credentials that no longer suffice. New paths, operations, optional parameters and members,
 * response members, and error statuses do not, nor does any prose. Path templates are compared to the letter: another
 * variable name is another argument name in a generated client.
 */
public final class BreakingChanges {
    private BreakingChanges() {}

    /**
     * Compares two OpenAPI 3.1 contracts.
     *
     * @return one line for each break, in the order of the released contract; a schema that is used in many places is
     *     compared at the first of them only
     */
    public static List<String> between(JsonNode released, JsonNode current) {
        OpenApi before = new OpenApi(released);
        OpenApi after = new OpenApi(current);
        Map<String, Operation> remaining =
                after.operations().stream().collect(toMap(Operation::name, operation -> operation));
        Set<String> findings = new LinkedHashSet<>();
        OperationChanges changes = new OperationChanges(new SchemaChanges(before, after));
        for (Operation operation : before.operations()) {
            Place place = new Place(operation.name(), findings);
            Operation now = remaining.get(operation.name());
            if (now == null) {
                place.breaks("is gone");
            } else {
                changes.compare(operation, now, place);
            }
        }
        return List.copyOf(findings);
    }
}
