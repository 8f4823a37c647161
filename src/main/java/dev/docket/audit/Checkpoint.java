package dev.docket.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.api.CanonicalJson;
import dev.docket.api.Names;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Bounds;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Checkpoint",
        description = "The heads of all chains at a time, signed. Kept where the database's owner cannot reach it, it "
                + "proves that the chains are as they were.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Checkpoint(
        @Schema(description = "1, 2, 3 and so on, without holes.", examples = "7", minimum = "1", required = true)
        long number,

        @Schema(description = "When it was made.", required = true)
        Instant at,

        @Schema(description = "How far the feed was then.", examples = "4711", minimum = "0", required = true)
        long position,

        @Schema(
                description = "SHA-256 of what was signed of the checkpoint before; absent for the first.",
                pattern = Bounds.SHA256_PATTERN)
        @Nullable
        String previous,

        @Schema(
                description = "The newest entry of each project's chain, by project.",
                maxItems = 1_000_000,
                required = true)
        List<Head> heads,

        @Schema(
                description = "The Ed25519 key that signed it: SubjectPublicKeyInfo (RFC 8410) in Base64.",
                examples = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
                pattern = PublicKeyText.PATTERN,
                required = true)
        String publicKey,

        @Schema(
                description = "Ed25519 (RFC 8032) over the canonical JSON (RFC 8785) of all other members, in Base64.",
                pattern = "^[A-Za-z0-9+/]{86}==$",
                required = true)
        @Nullable
        String signature) {

    @Schema(name = "CheckpointHead", description = "The newest entry of a project's chain.")
    record Head(
            @Schema(
                    description = "The key of the project.",
                    examples = "payments",
                    maxLength = Names.PROJECT,
                    pattern = Names.PROJECT_PATTERN,
                    required = true)
            String project,

            @Schema(description = "Its position.", examples = "4711", minimum = "1", required = true)
            long position,

            @Schema(
                    description = "Its hash, which covers all entries before it.",
                    pattern = Bounds.SHA256_PATTERN,
                    required = true)
            String sha256) {}

    /** What is signed: the canonical bytes of everything but the signature. */
    byte[] content() {
        ObjectNode json = StrictJson.objectMapper().valueToTree(this);
        json.remove("signature");
        return CanonicalJson.bytes(json);
    }

    /** The checkpoint of what was signed, and the signature. */
    static Checkpoint of(byte[] content, byte[] signature) {
        Checkpoint unsigned = StrictJson.value(StrictJson.tree(content), Checkpoint.class);
        return unsigned.signed(signature);
    }

    Checkpoint signed(byte[] with) {
        return new Checkpoint(
                number,
                at,
                position,
                previous,
                heads,
                publicKey,
                Base64.getEncoder().encodeToString(with));
    }

    /** Where the project's chain ended; empty where it had not begun. */
    Optional<Head> head(String project) {
        return heads.stream().filter(head -> head.project().equals(project)).findFirst();
    }
}
