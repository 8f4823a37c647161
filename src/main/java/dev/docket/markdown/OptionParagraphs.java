package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Paragraph;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options whose names are paragraphs of their own instead of headings: in bold, labelled, or as the list has them. */
final class OptionParagraphs {

    private static final Pattern BOLD =
            Pattern.compile("(?s)^\\*\\*([^*]{3,200})(?:\\*\\*(?:\\s*[:–—-]+\\s+|(?<=[.:?!]\\*\\*)\\s+|\\s*$))(.*)$");

    private OptionParagraphs() {}

    /**
     * A text, cut.
     *
     * @param text what stands before the first name
     * @param sections the options, as if their names were headings
     */
    record Split(String text, List<Section> sections) {}

    static Split split(Piece piece, ArrayNode options, Sheet sheet) {
        Split bold = options.isEmpty() && piece.sections().isEmpty() ? bold(piece) : null;
        return bold == null ? named(piece, options, sheet) : bold;
    }

    /** Paragraphs that begin in bold, and nothing else but what stands below them; null where it is not so. */
    private static @Nullable Split bold(Piece piece) {
        List<Section> sections = new ArrayList<>();
        for (Block block : Blocks.of(piece.text())) {
            String text = String.join("\n", block.source());
            Matcher bold = BOLD.matcher(text.strip());
            if (block instanceof Paragraph && bold.matches() && !OptionBody.label(bold.group(1))) {
                List<String> below = new ArrayList<>(bold.group(2).lines().toList());
                String name = bold.group(1).strip().replaceAll("[.:]$", "");
                sections.add(new Section(piece.level() + 1, name, 0, 0, below, List.of()));
            } else if (sections.isEmpty()) {
                return null;
            } else {
                List<String> below = sections.get(sections.size() - 1).body();
                below.add("");
                below.addAll(block.source());
            }
        }
        return sections.isEmpty() ? null : new Split("", sections);
    }

    private static Split named(Piece piece, ArrayNode options, Sheet sheet) {
        List<String> intro = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<List<String>> bodies = new ArrayList<>();
        List<Block> blocks = Blocks.of(piece.text());
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            List<String> to = bodies.isEmpty() ? intro : bodies.get(bodies.size() - 1);
            boolean before =
                    i + 1 < blocks.size() && blocks.get(i + 1) instanceof Items items && Arguments.among(items);
            if (names(block, before, options, sheet)) {
                names.add(String.join(" ", block.source()).strip());
                bodies.add(new ArrayList<>());
            } else {
                to.add("");
                to.addAll(block.source());
            }
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            sections.add(new Section(piece.level() + 1, names.get(i), 0, 0, bodies.get(i), List.of()));
        }
        long argued = sections.stream().filter(OptionBody::argued).count();
        boolean named = argued > 0 && argued * 2 >= sections.size();
        return named ? new Split(String.join("\n", intro).strip(), sections) : new Split(piece.text(), List.of());
    }

    /** Whether a block is the name of an option; {@code before}: arguments follow it. */
    private static boolean names(Block block, boolean before, ArrayNode options, Sheet sheet) {
        String text = String.join(" ", block.source()).strip();
        if (!(block instanceof Paragraph) || text.length() > Bounds.LINE || OptionBody.label(text)) {
            return false;
        }
        boolean marked = text.matches("\\*\\*[^*]+\\*\\*|__[^_]+__") && !text.matches(".*[:.][*_]*$");
        return marked
                || text.length() < 100 && !OptionNames.cut(text).prefix().isEmpty()
                || !text.endsWith(".") && OptionMatch.named(options, text, sheet) != null
                || before && !text.matches(".*[.:]$") && OptionMatch.alike(options, text, sheet) != null;
    }
}
