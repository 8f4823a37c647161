package dev.docket.markdown.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/** Lists. */
final class Listed {

    private static final Pattern MARKER = Pattern.compile("^([ \t]*)([-+*]|\\d{1,9}[.)])");
    private static final Pattern BOX = Pattern.compile("^\\[([ xX])](?:[ \t]+|(?=\n)|$)");

    private Listed() {}

    static Items of(ListBlock list, List<String> lines, int firstLine, List<String> source, int line) {
        List<Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item && !item.getSourceSpans().isEmpty()) {
                items.add(item(item, lines, firstLine));
            }
        }
        return new Items(line, source, list instanceof OrderedList, Collections.unmodifiableList(items));
    }

    private static Item item(ListItem item, List<String> lines, int firstLine) {
        List<SourceSpan> spans = item.getSourceSpans();
        int from = spans.get(0).getLineIndex();
        int to = spans.get(spans.size() - 1).getLineIndex() + 1;
        List<String> own = new ArrayList<>();
        int indent = item.getContentIndent() == null ? 2 : item.getContentIndent();
        own.add(Lines.outdented(unmarked(lines.get(from)), indent).stripLeading());
        for (String line : lines.subList(from + 1, to)) {
            own.add(Lines.outdented(line, indent));
        }
        String text = Lines.trimmed(own);
        Matcher box = BOX.matcher(text);
        return box.find()
                ? new Item(firstLine + from, done(box.group(1)), text.substring(box.end()))
                : new Item(firstLine + from, null, text);
    }

    private static @Nullable Boolean done(String mark) {
        return !mark.isBlank();
    }

    private static String unmarked(String line) {
        Matcher marker = MARKER.matcher(line);
        return marker.find()
                ? marker.group(1) + " ".repeat(marker.group(2).length()) + line.substring(marker.end())
                : line;
    }
}
