package dev.docket.markdown.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Files of a decision log that are no documents. */
public final class Skipped {

    private static final String README = "readme";
    private static final String INDEX = "index";
    private static final String TEMPLATE = "template";

    private static final Set<String> READMES =
            Set.of("readme", "contributing", "changelog", "license", "code_of_conduct", "security", "agents", "claude");
    private static final Set<String> INDEXES = Set.of("index", "toc", "summary", "contents", "sidebar");
    private static final Set<String> TEMPLATES =
            Set.of("template", "templates", "tmpl", "vorlage", "plantilla", "modele");

    /** Words beside "template" in the name of one. */
    private static final Set<String> BESIDE =
            Set.of(("adr adrs madr rfc rfcs rfd kep decision decisions record architecture"
                            + " architectural proposal design nygard bare minimal short long full simple basic example sample"
                            + " default extended lite light blank new empty md nnn nnnn xxx xxxx yyyy mm dd title the a")
                    .split(" "));

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern ZEROS = Pattern.compile("0*");

    private Skipped() {}

    /** Why the file is to be left out: {@code readme}, {@code index} or {@code template}; empty: it is a record. */
    public static Optional<String> why(String path, List<String> lines) {
        List<String> segments = Arrays.asList(path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1));
        String name =
                segments.get(segments.size() - 1).replaceFirst("\\.[a-z]+$", "").replaceFirst("^_+", "");
        if (Numbers.ofPath(path) != null) {
            return Optional.empty();
        }
        if (READMES.contains(name) || name.startsWith("readme")) {
            return Optional.of(README);
        }
        if (INDEXES.contains(name)) {
            return Optional.of(INDEX);
        }
        if (template(name) || segments.subList(0, segments.size() - 1).contains("templates") || Blank.looks(lines)) {
            return Optional.of(TEMPLATE);
        }
        return Listing.looks(lines) ? Optional.of(INDEX) : Optional.empty();
    }

    /** Whether a name says template, and no word beside it says what else. */
    private static boolean template(String name) {
        List<String> words = Arrays.asList(NOT_WORDS.split(name.replace('_', '-'), -1));
        return words.stream().anyMatch(TEMPLATES::contains)
                && words.stream()
                        .allMatch(word -> TEMPLATES.contains(word)
                                || BESIDE.contains(word)
                                || ZEROS.matcher(word).matches());
    }
}
