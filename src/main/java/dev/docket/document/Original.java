package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file that a document came from, as far as it tells which document that is.
 *
 * @param document the document's id
 * @param number the document's number
 * @param status the document's status now
 * @param path the file's path; null where it had none
 * @param ownNumber the number that the file gave itself
 * @param title the title that the file gave itself
 * @param sha256 of the file's bytes, in hexadecimal
 * @param master whether the file still has the say: every revision of the document came from imports
 */
public record Original(
        long document,
        Kind kind,
        int number,
        Status status,
        @Nullable String path,
        @Nullable Integer ownNumber,
        String title,
        String sha256,
        boolean master) {

    /** A commit, a version, or what branches are usually called. */
    private static final Pattern SUFFIX =
            Pattern.compile("^([^/]+)-(?:(?=[a-f]*\\d)[0-9a-f]{6,40}|main|master|develop|trunk|v?\\d+(?:\\.\\w+)*)/");

    /**
     * A path without the branch, commit or version at the end of its first folder: archives of a repository are unpacked
     * into a folder that is named after it, another one each time.
     */
    public static @Nullable String stem(@Nullable String path) {
        return path == null ? null : SUFFIX.matcher(path).replaceFirst("$1/");
    }
}
