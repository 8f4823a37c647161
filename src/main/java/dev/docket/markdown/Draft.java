package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;

/**
 * What is still to be written of a document; what is written is taken from it.
 *
 * @param document its JSON, for what the server keeps
 * @param content its authored content
 * @param blank whether only what a template names itself is wanted
 */
record Draft(ObjectNode document, ObjectNode content, Kind kind, boolean blank) {

    JsonNode take(String pointer) {
        return has(pointer) ? Differences.take(content, pointer) : MissingNode.getInstance();
    }

    String text(String pointer) {
        return take(pointer).asText();
    }

    boolean has(String pointer) {
        return !content.at(pointer).isMissingNode();
    }

    JsonNode at(String pointer) {
        return content.at(pointer);
    }

    /** A member of the envelope, as text. */
    String served(String member) {
        return document.path(member).asText();
    }
}
