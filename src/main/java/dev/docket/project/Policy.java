package dev.docket.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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

    /** By their texts, which every write comes by: the same text is always the same policy. */
    private static final Cache<String, Policy> READ =
            Caffeine.newBuilder().maximumSize(1_000).build();

    @JsonCreator
    static Policy of(@JsonProperty("adr") @Nullable Rules adr, @JsonProperty("rfc") @Nullable Rules rfc) {
        return new Policy(
                Objects.requireNonNullElse(adr, Rules.DEFAULT), Objects.requireNonNullElse(rfc, Rules.DEFAULT));
    }

    /** The policy that {@link #text} wrote. */
    static Policy read(String text) {
        return READ.get(text, Policy::parse);
    }

    private static Policy parse(String text) {
        return StrictJson.value(StrictJson.tree(text.getBytes(StandardCharsets.UTF_8)), Policy.class);
    }

    /** As a row holds it. */
    String text() {
        return StrictJson.objectMapper().valueToTree(this).toString();
    }
}
