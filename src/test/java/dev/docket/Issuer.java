package dev.docket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An identity provider in the JVM of the tests, one for the whole run, whose tokens the service of every test takes. It
 * publishes its keys as OpenID Connect Discovery 1.0 says, and mints tokens of every kind, the bad ones too.
 */
public final class Issuer {

    public static final String AUDIENCE = "docket-of-the-tests";
    public static final String ADMINS = "docket-admins";
    public static final String AUDITORS = "docket-auditors";

    /** Quarkus loads this class once per class loader; what they share has to lie outside of them. */
    private static final String SHARED = "docket.test.issuer.";

    private static final String URL = SHARED + "url";
    private static final String KEYS = SHARED + "keys";
    private static final String KEY = SHARED + "key";
    private static final String KID = SHARED + "kid";
    private static final String PUBLIC = SHARED + "public";
    private static final String FAULT = SHARED + "fault";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final KeyPair UNPUBLISHED = pair();

    private Issuer() {}

    /** What may be wrong with the place where it publishes its keys. */
    public enum Fault {
        NONE,
        ANSWERS_500,
        ANSWERS_NOTHING
    }

    /** The properties that make a service take its tokens; starts it at the first call. */
    public static Map<String, String> configuration() {
        return Map.of(
                "docket.oidc.issuer", url(),
                "docket.oidc.audience", AUDIENCE,
                "docket.oidc.admin-groups", ADMINS,
                "docket.oidc.auditor-groups", AUDITORS,
                "docket.oidc.keys-every", "100MS");
    }

    public static String url() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                fault(Fault.NONE);
                rotate();
                System.setProperty(URL, serve());
            }
            return System.getProperty(URL);
        }
    }

    /** The claims of a good token for a principal of that name, to be changed at will. */
    public static Map<String, Object> claims(String principal) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                url(),
                "aud",
                AUDIENCE,
                "sub",
                "subject-of-" + principal,
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                now - 60,
                "exp",
                now + 300,
                "preferred_username",
                principal));
    }

    /** A good token for a principal of that name, in these groups. */
    public static String token(String principal, String... groups) {
        return token(principal, Map.of("groups", groups));
    }

    /** A token for a principal of that name with these claims instead of the usual ones. */
    public static String token(String principal, Map<String, ?> different) {
        Map<String, Object> claims = claims(principal);
        claims.putAll(different);
        return token(claims);
    }

    /** A token with these claims and no others, signed with the present key. */
    public static String token(Map<String, ?> claims) {
        return signed(claims, System.getProperty(KID), key(System.getProperty(KEY)));
    }

    /** A token signed with a key that was never published. */
    public static String tokenOfUnknownKey(Map<String, ?> claims) {
        return signed(claims, "unknown-" + UUID.randomUUID(), UNPUBLISHED.getPrivate());
    }

    /** A token that names the present key and was signed with another. */
    public static String tokenOfWrongKey(Map<String, ?> claims) {
        return signed(claims, System.getProperty(KID), UNPUBLISHED.getPrivate());
    }

    /** A token without a signature (RFC 7519, section 6). */
    public static String unsecured(Map<String, ?> claims) {
        return part(Map.of("alg", "none", "typ", "JWT")) + "." + part(claims) + ".";
    }

    /** A token whose HMAC has the published key for a secret (RFC 8725, section 2.1). */
    public static String hmac(Map<String, ?> claims) {
        String content = part(Map.of("alg", "HS256", "kid", System.getProperty(KID))) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(System.getProperty(PUBLIC)), "HmacSHA256"));
            return content + "." + base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes a new key, and publishes no other any more. */
    public static void rotate() {
        KeyPair pair = pair();
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        String kid = UUID.randomUUID().toString();
        System.setProperty(KID, kid);
        System.setProperty(
                KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        System.setProperty(PUBLIC, Base64.getEncoder().encodeToString(key.getEncoded()));
        System.setProperty(
                KEYS,
                json(Map.of(
                        "keys",
                        List.of(Map.of(
                                "kty",
                                "RSA",
                                "use",
                                "sig",
                                "alg",
                                "RS256",
                                "kid",
                                kid,
                                "n",
                                base64(key.getModulus()),
                                "e",
                                base64(key.getPublicExponent()))))));
    }

    /** From now on this is wrong. Whoever makes a fault takes it back. */
    public static void fault(Fault fault) {
        System.setProperty(FAULT, fault.name());
    }

    private static String serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
            String discovery = json(Map.of("issuer", url, "jwks_uri", url + "/keys", "token_endpoint", url + "/token"));
            server.createContext("/realm/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
            server.createContext("/realm/keys", exchange -> answer(exchange, System.getProperty(KEYS)));
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "issuer");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return url;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        while (Fault.ANSWERS_NOTHING.name().equals(System.getProperty(FAULT))) {
            LockSupport.parkNanos(50_000_000);
        }
        boolean fails = Fault.ANSWERS_500.name().equals(System.getProperty(FAULT));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(fails ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String signed(Map<String, ?> claims, String kid, PrivateKey key) {
        String content = part(Map.of("alg", "RS256", "typ", "JWT", "kid", kid)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(String base64) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, ?> json) {
        return base64(json(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Map<String, ?> json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
