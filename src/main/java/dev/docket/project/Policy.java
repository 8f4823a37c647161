package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.docket.api.StrictJson;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
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

    /** The policy that {@link #text} wrote. */
    static Policy read(String text) {
        return StrictJson.value(StrictJson.tree(text.getBytes(StandardCharsets.UTF_8)), Policy.class);
    }

    /** As a row holds it. */
    String text() {
        return StrictJson.objectMapper().valueToTree(this).toString();
    }
}
