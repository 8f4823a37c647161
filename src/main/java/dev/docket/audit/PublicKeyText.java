package dev.docket.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public half of an Ed25519 key.
 *
 * @param text its SubjectPublicKeyInfo (RFC 8410, section 4) in Base64: 60 characters
 */
record PublicKeyText(String text) {

    static final String PATTERN = "^[A-Za-z0-9+/]{59}=$";
    static final int LENGTH = 60;

    private static final String ALGORITHM = "Ed25519";

    static PublicKeyText of(PublicKey key) {
        return new PublicKeyText(Base64.getEncoder().encodeToString(key.getEncoded()));
    }

    /** Whether the signature is one over the content by this key; false where this is no key, too. */
    boolean verifies(byte[] content, byte[] signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text)));
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
