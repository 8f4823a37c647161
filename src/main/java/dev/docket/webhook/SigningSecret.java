package dev.docket.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that deliveries are signed with (Standard Webhooks 1.0, "Signature scheme"): 24 to 64 bytes. */
final class SigningSecret {

    static final String PREFIX = "whsec_";

    /** 24 to 64 bytes in Base64 behind the {@link #PREFIX}. */
    static final String PATTERN = "^whsec_[A-Za-z0-9+/]{32,86}={0,2}$";

    static final int LENGTH = 94;

    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final int FRESH = 32;
    private static final SecureRandom DICE = new SecureRandom();

    private final byte[] bytes;

    private SigningSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static SigningSecret fresh() {
        byte[] bytes = new byte[FRESH];
        DICE.nextBytes(bytes);
        return new SigningSecret(bytes);
    }

    /** Reads {@link #text}; empty for what is none, or too short or too long. */
    static Optional<SigningSecret> read(String text) {
        if (!text.startsWith(PREFIX) || text.length() > LENGTH) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return bytes.length < SHORTEST || bytes.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new SigningSecret(bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The one that has these {@link #bytes}. */
    static SigningSecret of(byte[] bytes) {
        return new SigningSecret(bytes.clone());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** As receivers are told it. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * The signature of a message, as {@code webhook-signature} has it: {@code v1,} and HMAC-SHA256 in Base64.
     *
     * @param timestamp seconds since 1970
     */
    String sign(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
