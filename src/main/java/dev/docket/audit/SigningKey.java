package dev.docket.audit;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key (RFC 8032) that signs checkpoints.
 *
 * @param publicKey as everybody knows it
 */
record SigningKey(PrivateKey privateKey, PublicKeyText publicKey) {

    private static final String ALGORITHM = "Ed25519";

    /** A new one. */
    static SigningKey fresh() {
        return of(generate(new SecureRandom()));
    }

    /**
     * The key of a PKCS #8 structure (RFC 8410, section 7) in Base64, as {@code openssl genpkey} makes it.
     *
     * @throws IllegalArgumentException where it is none; the message does not repeat it
     */
    static SigningKey parse(String base64) {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64.strip());
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] seed = ((EdECPrivateKey) key)
                    .getBytes()
                    .orElseThrow(() -> new IllegalArgumentException("the key holds no private part"));
            return of(generate(new Seed(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("it is no Ed25519 key in PKCS #8");
        }
    }

    /** The key again, for {@link #parse}. */
    String encoded() {
        return Base64.getEncoder().encodeToString(privateKey.getEncoded());
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs anything", e);
        }
    }

    private static SigningKey of(KeyPair pair) {
        return new SigningKey(pair.getPrivate(), PublicKeyText.of(pair.getPublic()));
    }

    private static KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    /** A PKCS #8 structure lacks the public key, and Java derives it only while making a pair: of these bytes then. */
    private static final class Seed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
