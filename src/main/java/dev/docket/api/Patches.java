package dev.docket.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
    private static final int MAX_COPIES = 100;
    private static final int LONGEST_PATH = 5_000;

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

    /**
     * Whatever an operation adds has been sent, and is bounded with the body; only copying makes much of little: thirty
     * times the whole into itself is a thousand million. So each copy is weighed first, which takes what it is made of.
     */
    private static JsonNode applyInRuns(JsonNode patch, JsonNode target) {
        JsonNode patched = target;
        ArrayNode run = StrictJson.objectMapper().createArrayNode();
        int left = Bodies.MAX;
        int copies = 0;
        for (JsonNode operation : patch) {
            if (operation.path("op").asText().equals("copy")) {
                patched = JsonPatch.apply(run, patched, STRICT);
                run.removeAll();
                left -= weight(patched.at(operation.path("from").asText()), left);
                if (left < 0 || ++copies > MAX_COPIES) {
                    throw ProblemType.UNPROCESSABLE.because(
                            "The patch copies too much; nothing was changed.",
                            List.of(FieldError.at("", "too-many", "at most 100 copies, of 4 MiB in all")));
                }
            }
            run.add(operation);
        }
        return copies == 0 ? JsonPatch.apply(patch, target, STRICT) : JsonPatch.apply(run, patched, STRICT);
    }

    /** Of a value in characters, roughly; whatever is more than {@code most} is told as soon as that is known. */
    private static int weight(JsonNode value, int most) {
        int weight = 1 + (value.isTextual() ? value.textValue().length() : 0);
        for (var member : value.properties()) {
            weight += member.getKey().length();
        }
        for (JsonNode each : value) {
            if (weight > most) {
                break;
            }
            weight += weight(each, most - weight);
        }
        return weight;
    }

    /** Before they are taken apart: a place has no more than 64 names, all of them short. */
    private static void refuseLongPaths(JsonNode patch) {
        for (int i = 0; i < patch.size(); i++) {
            for (String member : List.of("path", "from")) {
                if (patch.path(i).path(member).asText().length() > LONGEST_PATH) {
                    throw ProblemType.UNPROCESSABLE.because(
                            "The patch cannot be applied; nothing was changed.",
                            List.of(FieldError.at("/" + i + "/" + member, "too-long", "at most 5000 characters")));
                }
            }
        }
    }

    private static JsonNode applyJson(JsonNode patch, JsonNode target) {
        if (patch.size() > MAX_OPERATIONS) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The patch has too many operations.",
                    List.of(FieldError.at("", "too-many", "at most 1000 operations")));
        }
        refuseLongPaths(patch);
        try {
            return applyInRuns(patch, target);
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
