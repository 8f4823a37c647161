package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.FieldError;
import dev.docket.api.Pointers;
import dev.docket.api.ProblemType;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Common;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Sections;
import dev.docket.document.content.Status;
import java.util.Iterator;
import java.util.List;

/**
 * What somebody wants a document to say: all its authored members, and such server-owned ones as were sent back.
 *
 * @param served the members of the envelope that the body carried, as they were
 */
public record Draft(ObjectNode served, Common common, Sections sections) {

    /** Reads a body; a member that the kind does not have, or one of another type, is 400. Null means absent. */
    public static Draft read(Kind kind, JsonNode body) {
        if (!(body instanceof ObjectNode json)) {
            throw ProblemType.UNREADABLE.because(
                    "The body cannot be read.", List.of(FieldError.at("", "type", "a document is a JSON object")));
        }
        dropNulls(json);
        json.fieldNames().forEachRemaining(member -> refuseUnknown(kind, member));
        return new Draft(
                Members.pick(json, Members.ENVELOPE),
                StrictJson.value(Members.pick(json, Members.COMMON), Common.class),
                Document.sections(kind, Members.pick(json, Members.ofSections(kind))));
    }

    /** The draft that says what the document says now. */
    static Draft of(Document document) {
        return new Draft(StrictJson.objectMapper().createObjectNode(), document.common(), document.sections());
    }

    /** The status of a new document that says this, where none is asked for. */
    public Status firstStatus() {
        return Guards.problemIsStated(sections).isEmpty() ? Status.PROPOSED : Status.DRAFT;
    }

    Draft with(Common other) {
        return new Draft(served, other, sections);
    }

    private static void refuseUnknown(Kind kind, String member) {
        if (!Members.ENVELOPE.contains(member)
                && !Members.COMMON.contains(member)
                && !Members.ofSections(kind).contains(member)) {
            throw ProblemType.UNREADABLE.because(
                    "The body cannot be read.",
                    List.of(FieldError.at(
                            Pointers.at("", member),
                            "unknown",
                            "an " + kind.prefix() + " has no member named " + Pointers.quote(member))));
        }
    }

    private static void dropNulls(JsonNode node) {
        for (Iterator<JsonNode> members = node.iterator(); members.hasNext(); ) {
            JsonNode member = members.next();
            if (member.isNull() && node.isObject()) {
                members.remove();
            } else {
                dropNulls(member);
            }
        }
    }
}
