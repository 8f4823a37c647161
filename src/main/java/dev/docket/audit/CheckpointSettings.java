package dev.docket.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How checkpoints are made. */
@ConfigMapping(prefix = "docket.checkpoints")
interface CheckpointSettings {

    /** The time between two checkpoints; 0 for none but those asked for. Where nothing happened, none is made. */
    @WithDefault("1h")
    Duration every();

    /** The private key that signs them, PKCS #8 in Base64; the database keeps one where it is left out. */
    Optional<String> key();

    /** Public keys that signed checkpoints before, SubjectPublicKeyInfo in Base64: they count as well. */
    Optional<List<String>> formerKeys();
}
