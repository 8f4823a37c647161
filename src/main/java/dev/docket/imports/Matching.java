package dev.docket.imports;

import dev.docket.document.Original;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which files were imported before. A file is known by its path; under another path by its bytes, by its number and
 * title, or by its {@link Original#stem}, unless the file of the old path is here, too. Every original is found
 * once at most.
 */
final class Matching {

    private final List<Fact> files;
    private final Map<Integer, Original> found = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private final List<Original> originals;

    private Matching(List<Fact> files, List<Original> originals) {
        this.files = files;
        this.originals = originals;
    }

    /** The originals by the ordinals of their files. */
    static Map<Integer, Original> of(List<Fact> files, List<Original> originals) {
        Matching matching = new Matching(files, originals);
        matching.by(Fact::path, Original::path);
        Set<String> here = new HashSet<>();
        files.forEach(file -> here.add(file.name()));
        originals.stream()
                .filter(original -> here.contains(Objects.requireNonNullElse(original.path(), "-")))
                .forEach(original -> matching.gone.add(original.document()));
        matching.by(Fact::sha256, Original::sha256);
        Map<String, String> renamed = matching.renamed();
        matching.by(
                file -> named(
                        renamed.getOrDefault(folder(file.stem()), folder(file.stem())), file.number(), file.title()),
                original -> named(folder(Original.stem(original.path())), original.ownNumber(), original.title()));
        matching.by(Fact::stem, original -> Original.stem(original.path()));
        matching.by(
                file -> file.path() == null ? file.title() : null,
                original -> original.path() == null ? original.title() : null);
        return matching.found;
    }

    /** By number and title a file is known below the same first folder only: teams have their own first records. */
    private static @Nullable String named(String folder, @Nullable Integer number, String title) {
        return number == null ? null : folder + " " + number + " " + title;
    }

    private static String folder(@Nullable String stem) {
        return stem == null || !stem.contains("/") ? "" : stem.substring(0, stem.indexOf('/'));
    }

    /** The first folders that files which did not change show to be renamed, with what they were called before. */
    private Map<String, String> renamed() {
        Map<String, String> renamed = new HashMap<>();
        for (Fact file : files) {
            Original original = found.get(file.ordinal());
            if (original != null) {
                renamed.putIfAbsent(folder(file.stem()), folder(Original.stem(original.path())));
            }
        }
        return renamed;
    }

    private void by(Function<Fact, @Nullable String> ofFile, Function<Original, @Nullable String> ofOriginal) {
        Map<String, List<Original>> known = new HashMap<>();
        for (Original original : originals) {
            String key = ofOriginal.apply(original);
            if (key != null && !gone.contains(original.document())) {
                known.computeIfAbsent(original.kind() + " " + key, none -> new ArrayList<>())
                        .add(original);
            }
        }
        for (Fact file : files) {
            String key = ofFile.apply(file);
            List<Original> same = key == null ? null : known.get(file.kind() + " " + key);
            if (same != null && !same.isEmpty() && !found.containsKey(file.ordinal())) {
                Original original = same.remove(0);
                found.put(file.ordinal(), original);
                gone.add(original.document());
            }
        }
    }
}
