package dev.docket.api;

/** JSON Pointers (RFC 6901). */
public final class Pointers {

    private Pointers() {}

    /** One reference token, escaped (section 3). */
    public static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to a member of what {@code base} points to. */
    public static String at(String base, Object token) {
        return base + "/" + escape(token.toString());
    }

    /** A name of the caller's for use in a sentence: cut, so that an answer is never longer than its question. */
    public static String quote(String name) {
        return "'" + cut(name) + "'";
    }

    /** As {@link #quote}, without the quotes. */
    static String cut(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
