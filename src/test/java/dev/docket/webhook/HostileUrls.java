package dev.docket.webhook;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Targets by which whoever makes a webhook might reach what only the service can reach. */
final class HostileUrls {

    /** An address that counts as public and that nothing is behind. */
    static final String PUBLIC = "2c0f:ffff::1";

    /** Refused as soon as they are said: {@code PORT} is the canary's. */
    private static final List<String> ADDRESSES = List.of(
            "127.0.0.1",
            "127.1.2.3",
            "127.255.255.254",
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "10.255.255.254",
            "100.64.0.1",
            "100.100.100.200",
            "100.127.255.254",
            "168.63.129.16",
            "169.254.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.254",
            "192.0.0.1",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.0.1",
            "192.168.255.254",
            "198.18.0.1",
            "198.19.255.254",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.250",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::127.0.0.1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:10.0.0.1]",
            "[::ffff:a9fe:a9fe]",
            "[64:ff9b::7f00:1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b:1::7f00:1]",
            "[100::1]",
            "[2001:0:7f00:1::]",
            "[2001:2::1]",
            "[2001:10::1]",
            "[2001:20::1]",
            "[2001:db8::1]",
            "[2002:7f00:1::]",
            "[2002:a00:1::1]",
            "[3fff::1]",
            "[5f00::1]",
            "[fc00::1]",
            "[fd12:3456:789a::1]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[fec0::1]",
            "[ff02::1]",
            "[ff0e::1]");

    private static final List<String> SPELLINGS = List.of(
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "0",
            "127.1",
            "127.0.1",
            "127.0.0.01",
            "127.0.0.1.",
            "127.0.0.0x1",
            "127%2e0%2e0%2e1",
            "%31%32%37.0.0.1",
            "\uff11\uff12\uff17.0.0.1",
            "127\u30020\u30020\u30021",
            "\u2460\u2461\u2466.0.0.1",
            "localhost.",
            "local_host",
            "-.example.com",
            "1.2.3.4.5",
            "[127.0.0.1]",
            "[::1",
            "::1",
            "");

    private static final List<String> WHOLE = List.of(
            "https://admin:secret@127.0.0.1:PORT/",
            "https://admin@127.0.0.1:PORT/",
            "https://admin:secret@example.com/",
            "https://example.com@127.0.0.1:PORT/",
            "https://example.com:443@127.0.0.1:PORT/",
            "https://a@b@127.0.0.1:PORT/",
            "https://127.0.0.1:PORT\\@example.com/",
            "https://127.0.0.1:PORT#@example.com/",
            "https://example.com/#here",
            "https:127.0.0.1:PORT/",
            "https:///127.0.0.1:PORT/",
            "https:\\\\127.0.0.1:PORT\\",
            "https://127.0.0.1:0/",
            "https://example.com:99999/",
            "https://example.com:-1/",
            "https://exa mple.com/",
            "https://example.com/\r\nHost: 127.0.0.1",
            "https://example.com/\t",
            "https://example.com/" + "x".repeat(2_000),
            "http://example.com/",
            "http://127.0.0.1:PORT/",
            "HTTP://127.0.0.1:PORT/",
            "//127.0.0.1:PORT/",
            "/hook",
            "127.0.0.1:PORT",
            "file:///etc/passwd",
            "ftp://127.0.0.1:PORT/",
            "gopher://127.0.0.1:PORT/",
            "jar:https://127.0.0.1:PORT/a.jar!/",
            "javascript:alert(1)",
            "");

    /** Names, whose addresses are not known until an attempt is made. */
    static final Map<String, List<String>> NAMES = Map.of(
            "loopback.test", List.of("127.0.0.1"),
            "loopback6.test", List.of("::1"),
            "private.test", List.of("10.0.0.1"),
            "metadata.test", List.of("169.254.169.254"),
            "unspecified.test", List.of("0.0.0.0"),
            "nat64.test", List.of("64:ff9b::7f00:1"),
            "sixtofour.test", List.of("2002:7f00:1::"),
            "teredo.test", List.of("2001:0:7f00:1::"),
            "mixed.test", List.of(PUBLIC, "127.0.0.1"));

    private HostileUrls() {}

    /** Those that are refused as they are written, with a port of this machine in them. */
    static List<String> leadingTo(int port) {
        return Stream.of(
                        Stream.concat(ADDRESSES.stream(), SPELLINGS.stream()).map(host -> "https://" + host + ":PORT/"),
                        WHOLE.stream())
                .flatMap(each -> each)
                .map(url -> url.replace("PORT", Integer.toString(port)))
                .toList();
    }
}
