package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options as the items of a list: a name each, and what may stand behind and below it. */
final class OptionList {

    /** A name that its marks set apart from what is said of it. */
    private static final Pattern NAMED =
            Pattern.compile("(?s)^(\\*\\*[^*\\n]+\\*\\*|__[^_\\n]+__|\\[[^\\]\\n]+\\]\\([^)\\n]*\\)|`[^`\\n]+`)"
                    + "(?:\\s*[:–—]\\s*|\\s+-+\\s+|(?<=[:.?](?:\\*\\*|__))\\s+)(\\S.*)$");
    /** What ends the name where an item goes on at length. */
    private static final Pattern SEPARATOR = Pattern.compile("^(?:[.:;]\\s+|\\s+[–—-]+\\s+)");

    private static final int LONG = 100;
    private static final int SHORT = 8;

    /** An item that heads a list of options of its own. */
    private static final Pattern GROUP = Pattern.compile(
            "(?is)^[*_]*(?:(?:when|if|for|what|which|how|in case)\\b.*|.*\\b(?:options|alternatives|solutions))[:?]?[*_]*$");
    /** The questions that templates ask instead of a list; what follows the first of them is an option. */
    private static final Pattern ASKED =
            Pattern.compile("(?is)^([*_]*what other [^?]{1,80}considered[^?]{0,40}\\?[*_]*)\\s*(\\S.*)$");

    private static final Pattern QUESTION = Pattern.compile(
            "(?is)^[*_]*(?:why is this|why should|what is the (?:impact|rationale)|what is the benefit)[^?]*\\?.*$");
    private static final Pattern EXAMPLE =
            Pattern.compile("(?is).*(?:i\\.e\\.|e\\.g\\.|for example|for instance|such as|because|reasons?)\\W*$");

    private OptionList() {}

    /** Whether a list is one of options, by what it holds and by the block before it. */
    static boolean is(Items items, String before) {
        if (items.items().size() > Bounds.OPTIONS) {
            return false;
        }
        return !Arguments.among(items) && !EXAMPLE.matcher(before).matches();
    }

    /** Reads the items; answers those that are no options. */
    static String read(Items items, ArrayNode options, Sheet sheet) {
        List<String> rest = new ArrayList<>();
        int number = 1;
        for (Item item : items.items()) {
            Matcher asked = ASKED.matcher(item.text());
            if (asked.matches()
                    && !asked.group(2).startsWith("-")
                    && !asked.group(2).startsWith("*")) {
                ObjectNode option = read(new Item(item.line(), item.done(), asked.group(2)), options, sheet);
                Verdicts.append(option, "description", asked.group(1));
            } else if (QUESTION.matcher(item.text()).matches()) {
                rest.add(Ink.item("- ", Checks.box(item.done()) + item.text()));
            } else if (!grouped(item, options, sheet)) {
                ObjectNode option = read(item, options, sheet);
                sheet.number(option.path("name").asText(), items.ordered() ? String.valueOf(number) : "");
            }
            number++;
        }
        Bullets.numbers(items, sheet);
        return String.join("\n", rest);
    }

    /** Options below an item that only groups them; its words describe each of them. */
    private static boolean grouped(Item item, ArrayNode options, Sheet sheet) {
        List<Block> blocks = Blocks.of(item.text());
        String first = blocks.isEmpty() ? "" : String.join("\n", blocks.get(0).source());
        if (blocks.size() != 2
                || !(blocks.get(1) instanceof Items below)
                || !GROUP.matcher(first.strip()).matches()
                || Arguments.among(below)) {
            return false;
        }
        int from = options.size();
        read(below, options, sheet);
        for (int i = from; i < options.size(); i++) {
            ObjectNode option = (ObjectNode) options.get(i);
            String said = option.path("description").asText();
            option.put("description", said.isEmpty() ? first : first + "\n\n" + said);
        }
        return from < options.size();
    }

    private static ObjectNode read(Item item, ArrayNode options, Sheet sheet) {
        List<Block> blocks = Blocks.of(item.text());
        String first = blocks.isEmpty() ? "" : String.join("\n", blocks.get(0).source());
        String rest = item.text().substring(Math.min(item.text().length(), first.length()));
        OptionNames.Cut cut = OptionNames.cut(first);
        Matcher named = NAMED.matcher(cut.name());
        int end = named.matches() ? -1 : end(cut.name());
        String name = first;
        String description = "";
        if (named.matches()) {
            name = cut.prefix() + named.group(1).replaceAll("[:.](?=\\*\\*$|__$)", "");
            description = named.group(2);
        } else if (end > 0) {
            name = cut.prefix() + cut.name().substring(0, end);
            description = SEPARATOR.matcher(cut.name().substring(end)).replaceFirst("");
        }
        ObjectNode option = Options.option(Checks.box(item.done()) + name, options, sheet);
        OptionBody.read(Piece.of(description + rest), option, sheet);
        return option;
    }

    /** Where the name of a long item ends, outside code and links; -1 where it has no such place. */
    private static int end(String text) {
        int depth = 0;
        boolean code = false;
        for (int i = 0; text.length() > LONG && i < Bounds.LINE && i < text.length(); i++) {
            char each = text.charAt(i);
            code ^= each == '`';
            depth += "([".indexOf(each) >= 0 ? 1 : ")]".indexOf(each) >= 0 ? -1 : 0;
            boolean sentence = each != '.' || text.substring(i).matches("(?s)\\.\\s+[\\p{Lu}`*\"].*");
            if (i > SHORT
                    && !code
                    && depth <= 0
                    && sentence
                    && SEPARATOR.matcher(text.substring(i)).find()) {
                return i;
            }
        }
        return -1;
    }
}
