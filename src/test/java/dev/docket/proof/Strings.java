package dev.docket.proof;

import java.util.List;

/** Strings that something somewhere takes for more than text. */
final class Strings {

    static final List<String> ALL = List.of(
            // SQL
            "' OR '1'='1",
            "'; DROP TABLE document; --",
            "1; SELECT pg_sleep(5)",
            "' UNION SELECT hash FROM token --",
            "\\'; SELECT 1; --",
            "$$; SELECT 1; $$",
            "x' || pg_read_file('/etc/passwd') || '",
            "?",
            ":project",
            "%_%",
            // JSON, JSON Pointer, JSONPath, LDAP, XML, NoSQL
            "\",\"status\":\"accepted\",\"x\":\"",
            "{\"$ne\":null}",
            "/approvals/0/state",
            "~0~1~2",
            "$..*[?(@.token)]",
            "*)(uid=*))(|(uid=*",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "]]>",
            // Markup and templates
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "<%= 7*7 %>",
            "${jndi:ldap://127.0.0.1:1/a}",
            "${env:DOCKET_BOOTSTRAP_TOKEN}",
            // Paths and commands
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "%2e%2e%2f%2e%2e%2f",
            "file:///etc/passwd",
            "/etc/passwd%00.md",
            "$(id)",
            "`id`",
            "| id",
            "con",
            // Formats and numbers
            "%s%s%s%n%x",
            "{0}",
            "NaN",
            "-1",
            "9223372036854775808",
            "1e999999",
            "0x7fffffff",
            "null",
            "true",
            "",
            " ",
            // Characters
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: yes\r\n\r\nHTTP/1.1 200 OK",
            "\n[ERROR] forged line of the log",
            "\t",
            "\u001b[31mred\u001b[0m",
            "\u202egnp.exe",
            "\ufeff",
            "\uffff",
            "\u00e9\u0301\u0327",
            "\u0130\u0131\u017f",
            "\ud83d\ude00\ud83c\udff3\ufe0f\u200d\ud83c\udf08",
            "\ud800",
            "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034d",
            // Sizes
            "a".repeat(1_001),
            "\u65e5".repeat(300),
            "/".repeat(1_000),
            "[".repeat(1_000));

    private Strings() {}

    /** For people: short, and in visible ASCII. */
    static String shown(String string) {
        StringBuilder shown = new StringBuilder();
        string.chars().limit(40).forEach(c -> shown.append(c > ' ' && c < 127 ? (char) c : "\\u%04x".formatted(c)));
        return '[' + shown.toString() + (string.length() > 40 ? "... of " + string.length() : "") + ']';
    }
}
