package dev.docket.markdown;

import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which words such as {@code **Pros:**} or {@code - Timeline:} act as headings. */
final class Labels {

    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\*\\*|__)([^*_\\n]{1,60}?):?(?:\\*\\*|__)\\s*:?(?:\\s+|$)(.*)$|^([\\p{L}][\\p{L}\\p{N} /&().,'’-]{0,58}):(?:\\s+|$)(.*)$");
    private static final Pattern ALL_BOLD =
            Pattern.compile("^(?:\\*\\*|__)([^*_:\\n]{1,60}):\\s+([^*\\n]+)(?:\\*\\*|__)(\\\\?)$");
    private static final Pattern BARE = Pattern.compile("^[*_\\p{So}\\uFE0F ]*(\\p{L}[\\p{L} /]{1,30}):?[*_]*:?\\s*$");

    private Labels() {}

    /**
     * A label with what stands under it.
     *
     * @param label its words as written; empty for what stands under none
     * @param text the Markdown below it
     */
    record Labelled(String label, String text) {

        String name() {
            return Headings.name(label);
        }
    }

    /** Cuts text at its labels; what is no known label is text. */
    static List<Labelled> cut(String text, Predicate<String> known) {
        Cutter cutter = new Cutter(known);
        Blocks.of(text).forEach(cutter::take);
        cutter.end();
        return cutter.found;
    }

    /** The label that a line starts with and the rest of the line, or null. */
    static Labelled of(String line, Predicate<String> known) {
        Matcher matcher = LABEL.matcher(line.strip());
        if (matcher.matches()) {
            boolean bold = matcher.group(1) != null;
            String label = bold ? matcher.group(1) : matcher.group(3);
            String rest = bold ? matcher.group(2) : matcher.group(4);
            if (known.test(Headings.name(label))) {
                return new Labelled(label, rest.strip());
            }
        }
        Matcher bold = ALL_BOLD.matcher(line.strip());
        if (bold.matches() && known.test(Headings.name(bold.group(1)))) {
            return new Labelled(bold.group(1), bold.group(2).strip());
        }
        Matcher bare = BARE.matcher(line.strip());
        return bare.matches() && known.test(Headings.name(bare.group(1)))
                ? new Labelled(bare.group(1), "")
                : new Labelled("", line);
    }

    private static final class Cutter {

        private final Predicate<String> known;
        private final List<Labelled> found = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private String label = "";

        Cutter(Predicate<String> known) {
            this.known = known;
        }

        void take(Block block) {
            if (block instanceof Paragraph) {
                separate();
                block.source().forEach(this::line);
            } else if (label.isEmpty()
                    && block instanceof Items items
                    && items.items().stream().anyMatch(this::labelled)) {
                items.items().forEach(item -> item(items, item));
            } else {
                separate();
                lines.addAll(block.source());
            }
        }

        private boolean labelled(Item item) {
            return item.done() == null && !of(first(item.text()), known).label().isEmpty();
        }

        private void line(String line) {
            Labelled labelled = of(line, known);
            if (labelled.label().isEmpty()) {
                lines.add(line);
            } else {
                start(labelled.label());
                lines.add(labelled.text());
            }
        }

        /** An item under a label ends with itself: what follows the list stands under none. */
        private void item(Items list, Item item) {
            if (!labelled(item)) {
                lines.add((list.ordered() ? "1. " : "- ")
                        + box(item)
                        + item.text().replace("\n", "\n  "));
                return;
            }
            Labelled first = of(first(item.text()), known);
            start(first.label());
            lines.add(first.text());
            String below = item.text().substring(first(item.text()).length());
            lines.addAll(below.stripIndent().lines().skip(1).toList());
            start("");
        }

        private static String box(Item item) {
            return item.done() == null ? "" : item.done() ? "[x] " : "[ ] ";
        }

        private void start(String next) {
            end();
            label = next;
        }

        private void separate() {
            if (!lines.isEmpty()) {
                lines.add("");
            }
        }

        void end() {
            String text = String.join("\n", lines).strip();
            if (!label.isEmpty() || !text.isEmpty()) {
                Labelled last = found.isEmpty() ? null : found.get(found.size() - 1);
                if (label.isEmpty() && last != null && last.label().isEmpty()) {
                    String between = text.matches("(?s)(-|1\\.) .*") ? "\n" : "\n\n";
                    found.set(found.size() - 1, new Labelled("", last.text() + between + text));
                } else {
                    found.add(new Labelled(label, text));
                }
            }
            lines.clear();
            label = "";
        }

        private static String first(String text) {
            int end = text.indexOf('\n');
            return end < 0 ? text : text.substring(0, end);
        }
    }
}
