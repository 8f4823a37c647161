package dev.docket.webhook;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a webhook's events are sent. Of the ways to write a URL only the plain one is taken: what one program reads as a
 * name and another as an address is neither.
 *
 * @param host in lower case, as in the Host field: a name, an address of IPv4, or one of IPv6 in brackets
 * @param port 443 or 80 where the URL says none
 * @param path with the query; {@code /} at least
 * @param literal the address that the host is; null for a name
 */
record Target(
        boolean tls,
        String host,
        int port,
        String path,
        @Nullable InetAddress literal) {

    static final int LENGTH = 2_000;

    /** Visible ASCII, without backslash, quotes and brackets that no URL has (RFC 3986, section 2). */
    private static final Pattern PLAIN = Pattern.compile("[!#$%&'()*+,\\-./0-9:;=?@A-Z\\[\\]_a-z~]+");

    /** The last label starts with a letter, or some would read it as a number (WHATWG URL, "ends in a number"). */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;

    /** Why a URL is refused: a code for programs, and a sentence for people. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final String code;

        Refused(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Reads a URL; whether what it leads to may be connected to is not told by it alone. */
    static Target of(String url) throws Refused {
        URI uri = parse(url);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        if (!tls && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new Refused("scheme", "an https URL is wanted");
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new Refused("credentials", "no user and no password can be in it");
        }
        if (uri.getRawFragment() != null) {
            throw new Refused("syntax", "nothing can stand behind a #");
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            throw new Refused("host", "it needs the name of a host, and a port from 1 to 65535 if any");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                tls,
                host,
                uri.getPort() > 0 ? uri.getPort() : tls ? HTTPS : HTTP,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                literal(host));
    }

    private static URI parse(String url) throws Refused {
        if (url.length() > LENGTH || !PLAIN.matcher(url).matches()) {
            throw new Refused("syntax", "it is no URL in ASCII of at most " + LENGTH + " characters");
        }
        try {
            URI uri = new URI(url);
            if (uri.isOpaque()) {
                throw new Refused("syntax", "a URL has two slashes before its host");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Refused("syntax", "it is no URL (RFC 3986)");
        }
    }

    private static @Nullable InetAddress literal(String host) throws Refused {
        if (NAME.matcher(host).matches()) {
            return null;
        }
        boolean bracketed = host.startsWith("[") && host.endsWith("]") && host.indexOf('%') < 0;
        byte[] address =
                bracketed || IPV4.matcher(host).matches() ? NetUtil.createByteArrayFromIpAddressString(host) : null;
        if (address == null) {
            throw new Refused("host", "the host is neither a name nor an address in its usual form");
        }
        try {
            return InetAddress.getByAddress(address);
        } catch (UnknownHostException e) {
            throw new Refused("host", "the host is no address");
        }
    }

    /** The URL up to the host: what comes after it may be a secret. */
    String origin() {
        return (tls ? "https://" : "http://") + host;
    }
}
