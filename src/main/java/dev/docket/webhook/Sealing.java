package dev.docket.webhook;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * How secrets are kept: AES-256 in GCM (NIST SP 800-38D) under a key from the configuration, bound to their webhook; as
 * they are, where there is no key. The first byte tells which.
 */
@Singleton
class Sealing {

    private static final byte OPEN = 0;
    private static final byte SEALED = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_KEY = 32;
    private static final SecureRandom DICE = new SecureRandom();

    private final List<SecretKeySpec> keys;

    @Inject
    Sealing(Settings settings) {
        this(settings.keys().orElse(List.of()));
    }

    /** @param keys of 32 characters or more; the first seals, each opens */
    Sealing(List<String> keys) {
        this.keys = keys.stream().map(Sealing::key).toList();
    }

    private static SecretKeySpec key(String text) {
        if (text.length() < SHORTEST_KEY) {
            throw new ConfigurationException(
                    "Each of DOCKET_WEBHOOKS_KEYS has to have %d characters or more.".formatted(SHORTEST_KEY));
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(hash, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The bytes to keep for a secret of that webhook. */
    byte[] seal(long webhook, SigningSecret secret) {
        if (keys.isEmpty()) {
            return ByteBuffer.allocate(1 + secret.bytes().length)
                    .put(OPEN)
                    .put(secret.bytes())
                    .array();
        }
        byte[] nonce = new byte[NONCE];
        DICE.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(0), nonce, webhook).doFinal(secret.bytes());
            return ByteBuffer.allocate(1 + NONCE + sealed.length)
                    .put(SEALED)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be sealed", e);
        }
    }

    /** The secret that {@link #seal} was given; {@link IllegalStateException} where none of the keys is the one it took. */
    SigningSecret open(long webhook, byte[] kept) {
        if (kept[0] == OPEN) {
            return SigningSecret.of(Arrays.copyOfRange(kept, 1, kept.length));
        }
        byte[] nonce = Arrays.copyOfRange(kept, 1, 1 + NONCE);
        for (SecretKeySpec key : keys) {
            try {
                Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, webhook);
                return SigningSecret.of(cipher.doFinal(kept, 1 + NONCE, kept.length - 1 - NONCE));
            } catch (AEADBadTagException e) {
                // sealed under another one
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("a secret cannot be opened", e);
            }
        }
        throw new IllegalStateException(
                "The secret of webhook %d was sealed under none of DOCKET_WEBHOOKS_KEYS.".formatted(webhook));
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, long webhook)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(webhook).array());
        return cipher;
    }
}
