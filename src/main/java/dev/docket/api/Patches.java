package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.CompatibilityFlags;
import com.flipkart.zjsonpatch.InvalidJsonPatchException;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;

/** The two patch formats: JSON Merge Patch (RFC 7396) and JSON Patch (RFC 6902). */
public final class Patches {

    public static final String MERGE = "application/merge-patch+json";
    public static final String JSON = "application/json-patch+json";
    private static final int MAX_OPERATIONS = 1_000;

    /** By itself the library removes what is not there (RFC 6902, section 4.2: it MUST exist). */
    private static final EnumSet<CompatibilityFlags> STRICT =
            EnumSet.of(CompatibilityFlags.FORBID_REMOVE_MISSING_OBJECT);

    private Patches() {}

    /**
     * The target as patched; the target itself stays as it is. A JSON Patch is all or nothing: 422 when an operation
     * cannot be applied or a {@code test} fails, 400 when it is no patch at all.
     */
    public static JsonNode apply(MediaType type, JsonNode patch, JsonNode target) {
        return type.getSubtype().startsWith("json-patch") ? applyJson(patch, target) : merge(patch, target.deepCopy());
    }

    private static JsonNode merge(JsonNode patch, JsonNode target) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode result = target instanceof ObjectNode object
                ? object
                : StrictJson.objectMapper().createObjectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                JsonNode before = result.path(change.getKey());
                result.set(change.getKey(), merge(change.getValue(), before));
            }
        });
        return result;
    }

    private static JsonNode applyJson(JsonNode patch, JsonNode target) {
        if (patch.size() > MAX_OPERATIONS) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The patch has too many operations.",
                    List.of(FieldError.at("", "too-many", "at most 1000 operations")));
        }
        try {
            return JsonPatch.apply(patch, target, STRICT);
        } catch (InvalidJsonPatchException | IllegalArgumentException e) {
            // The latter is the library's word for a path that is no JSON Pointer.
            throw ProblemType.UNREADABLE.because(
                    "The body is no JSON Patch.",
                    List.of(FieldError.at("", "patch", "an array of operations is wanted (RFC 6902)")));
        } catch (JsonPatchApplicationException e) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The patch cannot be applied; nothing was changed.",
                    List.of(FieldError.at(
                            String.valueOf(e.getPath()),
                            "patch",
                            "the operation " + e.getOperation() + " fails here")));
        }
    }
}
