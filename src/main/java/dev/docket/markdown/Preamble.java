package dev.docket.markdown;

import dev.docket.document.content.Kind;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.FrontMatter;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Paragraph;
import dev.docket.markdown.source.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands before the first section: front matter, lists, tables and lines of keys and values, and prose. */
final class Preamble {

    private static final Set<String> KEY_HEADERS = Set.of("field", "metadata", "key", "property", "attribute", "");
    private static final Set<String> VALUE_HEADERS = Set.of("value", "");

    private final Facts facts;
    private final List<String> prose = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();

    Preamble(Facts facts) {
        this.facts = facts;
    }

    /** Front matter that is left over, as front matter; else empty. */
    String read(FrontMatter front) {
        List<String> rest = new ArrayList<>();
        for (FrontMatter.Entry entry : front.entries()) {
            String key = Headings.name(entry.key().replace('_', ' '));
            boolean comment =
                    entry.source().stream().anyMatch(line -> line.strip().startsWith("#"));
            if (!comment && Facts.known(key) && facts.take(key, entry.values())) {
                facts.sheet.label(entry.key());
            } else {
                rest.addAll(entry.source());
            }
        }
        rest.removeIf(String::isBlank);
        return rest.isEmpty() ? "" : "---\n" + String.join("\n", rest) + "\n---";
    }

    void read(String text) {
        Blocks.of(text).forEach(this::read);
    }

    private void read(Block block) {
        if (block instanceof Items items && items.items().stream().anyMatch(this::key)) {
            items.items().forEach(item -> item(items, item));
        } else if (block instanceof Table table && keyed(table)) {
            rows(table);
        } else if (block instanceof Table table && columns(table)) {
            columns(table, table.rows().get(0));
        } else if (block instanceof Paragraph) {
            paragraph(block.source().stream().flatMap(Preamble::pairs).toList());
        } else {
            prose.add(String.join("\n", block.source()));
            quoted(block.source());
        }
    }

    /** A status in a quote counts, and the quote stays. */
    private void quoted(List<String> lines) {
        for (String line : lines) {
            Labelled labelled = Labels.of(line.replaceFirst("^\\s*>\\s?", ""), "status"::equals);
            if (line.strip().startsWith(">") && !labelled.label().isEmpty()) {
                facts.status(labelled.text());
            }
        }
    }

    /** Several keys and values on one line, apart. */
    private static Stream<String> pairs(String line) {
        String[] parts = line.split("\\s[·|•]\\s");
        boolean keyed = parts.length > 1
                && Arrays.stream(parts)
                        .anyMatch(part -> !Labels.of(part, Facts::known).label().isEmpty());
        return keyed ? Arrays.stream(parts) : Stream.of(line);
    }

    private boolean key(Item item) {
        return !Labels.of(line(item.text()), name -> Facts.known(name) || drivers(name))
                .label()
                .isEmpty();
    }

    private static boolean drivers(String name) {
        return name.equals("decision drivers") || name.equals("drivers");
    }

    /** The drivers as a list below an item of the list that states the facts. */
    private boolean drives(Item item, Labelled label) {
        String below = item.text().substring(line(item.text()).length()).strip();
        boolean list = facts.kind == Kind.ADR
                && label.text().isBlank()
                && Blocks.of(below).stream().allMatch(block -> block instanceof Items);
        if (list && !below.isEmpty()) {
            facts.sheet.label(label.label());
            Bullets.SHAPE.read(Piece.of(below), "/context/drivers", facts.sheet);
        }
        return list && !below.isEmpty();
    }

    private static String line(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private void item(Items list, Item item) {
        Labelled labelled = labelled(item.text());
        Labelled drivers = Labels.of(line(item.text()), Preamble::drivers);
        if (!drivers.label().isEmpty() && drives(item, drivers)) {
            return;
        }
        if (labelled == null || !take(labelled)) {
            keys.add(Ink.item((list.ordered() ? "1. " : "- "), Checks.box(item.done()) + item.text()));
        }
    }

    private static @Nullable Labelled labelled(String text) {
        Labelled first = Labels.of(line(text), Facts::known);
        if (first.label().isEmpty()) {
            return null;
        }
        String rest = text.substring(line(text).length()).strip();
        return new Labelled(first.label(), (first.text() + "\n" + rest).strip());
    }

    private boolean take(Labelled labelled) {
        List<String> values = new ArrayList<>();
        for (Block block : Blocks.of(labelled.text())) {
            if (block instanceof Items items) {
                items.items().forEach(item -> values.add(item.text()));
            } else {
                values.add(String.join("\n", block.source()).replaceAll("(\\\\|\\s+)(?=\n|$)", ""));
            }
        }
        boolean taken = facts.take(labelled.name(), values);
        if (taken) {
            facts.sheet.label(labelled.label());
        }
        return taken;
    }

    /** Lines of a paragraph that are keys and values; a line that is none goes on with the value before it. */
    private void paragraph(List<String> lines) {
        List<String> rest = new ArrayList<>();
        for (Labelled part : Labels.cut(String.join("\n", lines), Facts::known)) {
            if (part.label().isEmpty()) {
                rest.add(part.text());
            } else if (!take(part)) {
                keys.add("**" + part.label() + ":** " + part.text());
            }
        }
        if (!rest.isEmpty()) {
            prose.add(String.join("\n", rest));
        }
    }

    private static boolean keyed(Table table) {
        return table.header().size() == 2
                && KEY_HEADERS.contains(Headings.name(table.header().get(0)))
                && VALUE_HEADERS.contains(Headings.name(table.header().get(1)))
                && table.rows().stream().allMatch(row -> row.size() == 2);
    }

    private void rows(Table table) {
        List<List<String>> rest = new ArrayList<>();
        for (List<String> row : table.rows()) {
            String key = Headings.name(row.get(0));
            if (!Facts.known(key) || !facts.take(key, List.of(row.get(1)))) {
                rest.add(row);
            } else {
                facts.sheet.label(row.get(0));
            }
        }
        if (rest.isEmpty()) {
            table.header().forEach(facts.sheet::label);
        } else {
            keys.add(dev.docket.markdown.Cells.table(table.header(), rest));
        }
    }

    private static boolean columns(Table table) {
        return table.rows().size() == 1
                && table.rows().get(0).size() == table.header().size()
                && table.header().stream().map(Headings::name).allMatch(Facts::known);
    }

    private void columns(Table table, List<String> row) {
        List<List<String>> rest = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < row.size(); i++) {
            if (facts.take(Headings.name(table.header().get(i)), List.of(row.get(i)))) {
                facts.sheet.label(table.header().get(i));
            } else {
                rest.get(0).add(table.header().get(i));
                rest.get(1).add(row.get(i));
            }
        }
        if (!rest.get(0).isEmpty()) {
            keys.add(dev.docket.markdown.Cells.table(rest.get(0), List.of(rest.get(1))));
        }
    }

    /** Keys and values that were not understood. */
    String keys() {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (String key : keys) {
            boolean list = key.startsWith("- ") && before.startsWith("- ");
            text.append(before.isEmpty() ? "" : list ? "\n" : "\n\n").append(key);
            before = key;
        }
        return text.toString();
    }

    String prose() {
        return String.join("\n\n", prose);
    }
}
