package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What a member may do in a project. reader: reads. author: creates, edits and proposes documents. "
                        + "approver: judges for the policy roles held. maintainer: decides, and looks after policy and members.")
public enum Role {
    READER,
    AUTHOR,
    APPROVER,
    MAINTAINER;

    /** The value in JSON, such as {@code reader}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }
}
