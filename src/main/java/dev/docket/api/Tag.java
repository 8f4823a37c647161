package dev.docket.api;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags and the conditions on them (RFC 9110, sections 8.8.3 and 13.1). The strong tag of a version is its number.
 */
public final class Tag {

    private static final Pattern LISTED = Pattern.compile("\\s*(W/)?(\"[^\"]*\")\\s*(?:,|$)");

    private Tag() {}

    /** The tag of a version, quotes included. */
    public static String of(int version) {
        return '"' + Integer.toString(version) + '"';
    }

    /**
     * The weak tag of a version in another form than the one that writes are based on, quotes included: it tells what a
     * reader has, and matches no {@code If-Match}.
     *
     * @param form a word without quotes
     */
    public static String weak(int version, String form) {
        return "W/\"" + version + "-" + form + '"';
    }

    /** Whether {@code If-None-Match} holds the tag of this version, by weak comparison: the answer is 304. */
    public static boolean unchanged(@Nullable String ifNoneMatch, int version) {
        return unchanged(ifNoneMatch, of(version));
    }

    /** Whether {@code If-None-Match} holds the tag, strong or weak, by weak comparison: the answer is 304. */
    public static boolean unchanged(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && ("*".equals(ifNoneMatch.trim()) || holds(ifNoneMatch, tag.replaceFirst("^W/", ""), true));
    }

    /** 428 when there is no {@code If-Match}: said before the resource is compared with anything. */
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemType.PRECONDITION_REQUIRED.because("Send the ETag of what you read in If-Match.");
        }
        return ifMatch;
    }

    /** 412 with the present tag, unless {@code If-Match} holds the strong tag of this version. */
    public static void require(String ifMatch, int version) {
        if (!"*".equals(ifMatch.trim()) && !holds(ifMatch, of(version), false)) {
            throw ProblemType.PRECONDITION_FAILED
                    .builder("It is at version " + version + " now.")
                    .withHeader("ETag", of(version))
                    .build();
        }
    }

    private static boolean holds(String listed, String tag, boolean weakly) {
        Matcher each = LISTED.matcher(listed);
        return each.results()
                .anyMatch(found -> (weakly || found.group(1) == null) && Objects.equals(found.group(2), tag));
    }
}
