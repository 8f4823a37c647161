package dev.docket.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * The text of a token, which opens what the token opens. Those made here read {@code dkt_}, 32 random characters of
 * base62, {@code _} and 6 characters of checksum, so that scanners find a leaked one and a mistyped one is told without
 * asking the database; the operator's own may be any text.
 */
record Secret(String text) {

    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 32;
    private static final int CHECKSUM = 6;
    private static final Pattern OURS =
            Pattern.compile("dkt_([0-9A-Za-z]{%d})_([0-9A-Za-z]{%d})".formatted(RANDOM, CHECKSUM));
    private static final Pattern JWS = Pattern.compile("eyJ[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]+\\.[0-9A-Za-z_-]*");
    private static final SecureRandom DICE = new SecureRandom();

    static Secret fresh() {
        String random = IntStream.range(0, RANDOM)
                .mapToObj(i -> String.valueOf(BASE62.charAt(DICE.nextInt(BASE62.length()))))
                .collect(Collectors.joining());
        return new Secret("dkt_" + random + "_" + checksum(random));
    }

    /** Whether it has our form and another checksum: then it was never given out. */
    boolean mistyped() {
        Matcher parts = OURS.matcher(text);
        return parts.matches() && !checksum(parts.group(1)).equals(parts.group(2));
    }

    /** Whether it has the form of a compact JWS (RFC 7515, section 7.1), whose header is a JSON object. */
    boolean isJws() {
        return text.startsWith("eyJ") && JWS.matcher(text).matches();
    }

    /** SHA-256 (FIPS 180-4): all that is ever kept of it. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return "Secret";
    }

    private static String checksum(String random) {
        CRC32 crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.US_ASCII));
        StringBuilder digits = new StringBuilder();
        for (long rest = crc.getValue(); digits.length() < CHECKSUM; rest /= BASE62.length()) {
            digits.insert(0, BASE62.charAt((int) (rest % BASE62.length())));
        }
        return digits.toString();
    }
}
