package dev.docket.imports;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths in archives, which are names of files and must not be anything else: nothing is ever written to them. */
final class EntryPath {

    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    /** {@code ..}, and what some file systems take for it. */
    private static final Pattern PARENT = Pattern.compile("\\.[. ]*\\.[. ]*|[. ]* \\.?");
    /** Control characters, halves of surrogate pairs, and those that turn the direction of text around. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern MARKDOWN = Pattern.compile(".*\\.(md|markdown|mdown|mkd)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ARCHIVES = Set.of(
            "zip", "jar", "war", "ear", "tar", "gz", "tgz", "bz2", "tbz2", "xz", "txz", "lzma", "7z", "rar", "zst",
            "lz4", "z", "cab", "cpio", "ar");

    private EntryPath() {}

    /** The path in its one normal form; 422 where it is more than a path below the folder it came from. */
    static String of(String entry) {
        refuse(entry, entry);
        // What looks like a separator or like dots once it is normalized is as suspicious as they are.
        refuse(Normalizer.normalize(entry, Normalizer.Form.NFKC), entry);
        return Arrays.stream(Normalizer.normalize(entry, Normalizer.Form.NFC).split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.equals("."))
                .collect(Collectors.joining("/"));
    }

    private static void refuse(String path, String entry) {
        if (path.length() > Limits.PATH) {
            throw Refusal.trick(entry, "too-long", "has a path of more than " + Limits.PATH + " characters");
        }
        if (UNSEEN.matcher(path).find()) {
            throw Refusal.trick(entry, "path", "has characters in its path that cannot be seen");
        }
        if (path.indexOf('\\') >= 0) {
            throw Refusal.trick(entry, "path", "has a backslash in its path");
        }
        if (path.startsWith("/") || DRIVE.matcher(path).matches()) {
            throw Refusal.trick(entry, "path", "has an absolute path");
        }
        if (Arrays.stream(path.split("/")).anyMatch(EntryPath::isParent)) {
            throw Refusal.trick(entry, "path", "leads out of the folder that it is in");
        }
    }

    private static boolean isParent(String segment) {
        return !segment.isEmpty() && PARENT.matcher(segment).matches();
    }

    /** Why a file is passed over by its name alone; null where it is Markdown. 422 where it is an archive itself. */
    static @Nullable String skipped(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.equals(extension) && ARCHIVES.contains(extension)) {
            throw Refusal.trick(path, "nested-archive", "is an archive in the archive");
        }
        if (name.startsWith("._") || path.startsWith("__MACOSX/")) {
            return "It holds attributes that macOS keeps of another file.";
        }
        return MARKDOWN.matcher(name).matches() ? null : "It is no Markdown file by its name.";
    }
}
