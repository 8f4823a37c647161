package dev.docket.audit;

import dev.docket.document.content.Bounds;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CheckpointSummary", description = "A checkpoint without its heads and signature.")
record CheckpointSummary(
        @Schema(description = "1, 2, 3 and so on, without holes.", examples = "7", minimum = "1", required = true)
        long number,

        @Schema(description = "When it was made.", required = true)
        Instant at,

        @Schema(description = "How far the feed was then.", examples = "4711", minimum = "0", required = true)
        long position,

        @Schema(description = "How many heads it has.", examples = "12", minimum = "0", required = true)
        int heads,

        @Schema(
                description = "SHA-256 of what was signed; the next checkpoint has it as previous.",
                pattern = Bounds.SHA256_PATTERN,
                required = true)
        String sha256,

        @Schema(
                description = "The Ed25519 key that signed it: SubjectPublicKeyInfo (RFC 8410) in Base64.",
                examples = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=",
                pattern = PublicKeyText.PATTERN,
                required = true)
        String publicKey) {}
