package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "A project's rules, per kind of document: who must approve what, how many, may an author approve.")
public record Policy(
        @Schema(description = "The rules for ADRs.") @Valid Rules adr,
        @Schema(description = "The rules for RFCs.") @Valid Rules rfc) {

    /** The policy of a project that says nothing else. */
    public static final Policy DEFAULT = new Policy(Rules.DEFAULT, Rules.DEFAULT);

    @JsonCreator
    static Policy of(@JsonProperty("adr") @Nullable Rules adr, @JsonProperty("rfc") @Nullable Rules rfc) {
        return new Policy(
                Objects.requireNonNullElse(adr, Rules.DEFAULT), Objects.requireNonNullElse(rfc, Rules.DEFAULT));
    }
}
