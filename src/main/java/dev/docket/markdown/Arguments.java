package dev.docket.markdown;

import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arguments that say themselves which side they are on: {@code Good, because …}, {@code `-` …}, {@code ❌ …}. */
final class Arguments {

    private static final String BECAUSE = "(?:because|weil|da|car|parce que|porque|perché|omdat)";
    private static final Pattern ARGUMENT = Pattern.compile("(?is)^(?<label>[*_]*(?:"
            + "(?:(?<good>good|gut|bien|bon|bueno|bom|goed)|bad|schlecht|mal|mauvais|malo|ruim|slecht)\\b[*_]*"
            + "(?:\\s*[,:;][*_]*(?:\\s*" + BECAUSE + "\\b[*_]*:?[*_]*)?|\\s+[–—-]+(?=\\s)|\\s+" + BECAUSE
            + "\\b[*_]*:?[*_]*)"
            + "|(?:(?<pro>pros?|advantages?|plus|upsides?|positives?|vorteile?)"
            + "|(?:cons?|disadvantages?|minus|downsides?|negatives?|nachteile?))[*_]*(?:\\s*:[*_]*|\\s+[–—-]+(?=\\s))"
            + "|(?:(?<sign>✅|☑️?|👍|✔️?|🟢|➕|💚|:white_check_mark:|:heavy_check_mark:|:thumbsup:|:\\+1:)"
            + "|(?:❌|👎|✖️?|🔴|➖|⛔|🚫|:x:|:heavy_multiplication_x:|:thumbsdown:|:-1:))[*_]*"
            + "|(?<plus>`\\++`|[(\\[]\\+{1,3}[)\\]])|(?:`[-−–]+`|[(\\[][-−–]{1,3}[)\\]])))\\s*(?<text>\\S.*)$");

    private Arguments() {}

    /**
     * An argument.
     *
     * @param good whether it is for
     * @param label the words that say so
     * @param texts what it says; several where the words head a list of them
     */
    record Argument(boolean good, String label, List<String> texts) {}

    static Optional<Argument> of(String item) {
        Matcher matcher = ARGUMENT.matcher(item.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean good = matcher.group("good") != null
                || matcher.group("pro") != null
                || matcher.group("sign") != null
                || matcher.group("plus") != null;
        return Optional.of(new Argument(good, matcher.group("label"), texts(matcher.group("text"), item)));
    }

    /** The items where the words are a list, indented as it stands below the label. */
    private static List<String> texts(String text, String item) {
        String below = item.substring(item.indexOf(text));
        int line = item.lastIndexOf('\n', item.length() - below.length());
        List<Block> blocks = line > 0 && text.matches("(?s)[-*+] .*")
                ? Blocks.of(item.substring(line + 1).stripIndent())
                : List.of();
        return blocks.size() == 1 && blocks.get(0) instanceof Items list
                ? list.items().stream().map(Item::text).toList()
                : List.of(text);
    }

    /** Whether any of the items is one. */
    static boolean among(Items items) {
        return items.items().size() <= Bounds.LIST
                && items.items().stream().anyMatch(item -> of(item.text()).isPresent());
    }
}
