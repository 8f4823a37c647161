package dev.docket.document;

import dev.docket.api.CanonicalJson;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a document is filtered by, each value as one word, such as {@code tag:storage}: the index has a row for each, and
 * has them among the words of a search, with {@link #MARK} in front.
 */
public final class Labels {

    /** In front of a label among words: no word of a text begins so. */
    public static final String MARK = "=";

    /**
     * How many documents, in the order in which they came, are of one era, as powers of two: each document is of one era of
     * each size, so that two eras together are about as many of the newest documents as a search needs.
     */
    public static final List<Integer> ERAS = List.of(13, 14, 15, 16, 17, 18, 19);

    private static final int LONGEST = 50;

    private Labels() {}

    public static String of(Kind kind) {
        return kind.json();
    }

    public static String of(Kind kind, String project) {
        return kind.json() + ":" + project;
    }

    public static String tag(String tag) {
        return "tag:" + tag;
    }

    public static String component(String component) {
        return "component:" + component;
    }

    /** By name, whatever its case and spacing. */
    public static String decider(String name) {
        return "decider:" + name(name);
    }

    /** The name of a principal, or one that stands in the text; whatever its case and spacing. */
    public static String author(String name) {
        return "author:" + name(name);
    }

    /** Only among words: the other index has the status in a column. */
    public static String of(Status status) {
        return "status:" + status.json();
    }

    /** Only among words: the era of that size, by its number. */
    public static String era(int size, long number) {
        return "era" + size + ":" + number;
    }

    /** All labels of a document but that of its status. */
    static List<String> of(Document document) {
        TreeSet<String> labels = new TreeSet<>();
        labels.add(of(document.envelope().kind()));
        labels.add(of(document.envelope().kind(), document.envelope().project()));
        each(document.common().tags()).forEach(tag -> labels.add(tag(tag)));
        each(document.common().components()).forEach(component -> labels.add(component(component)));
        each(document.common().deciders()).forEach(name -> labels.add(decider(name)));
        labels.add(author(document.envelope().createdBy()));
        document.past().authors().forEach(name -> labels.add(author(name)));
        authors(document.common().author()).forEach(name -> labels.add(author(name)));
        return List.copyOf(labels);
    }

    /** The whole text, and the names that commas part in it. */
    private static List<String> authors(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(List.of(text));
        Arrays.stream(text.split("[,;]", -1)).filter(name -> !name.isBlank()).forEach(names::add);
        return List.copyOf(names);
    }

    private static List<String> each(@Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.of());
    }

    /** As the index has a name, whatever its case and spacing; one that is too long for it goes by its hash. */
    public static String name(String name) {
        String plain = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST
                ? plain
                : HexFormat.of().formatHex(CanonicalJson.sha256(plain.getBytes(StandardCharsets.UTF_8)));
    }
}
