package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words behind {@code Chosen option:} as a name and the reason: {@code "X", because Y}. */
final class Choice {

    private static final String BECAUSE = "(?:because|weil|da|car|parce que|porque|perché|omdat)(?![\\p{L}\\p{N}]):?";
    private static final Pattern QUOTED = Pattern.compile(
            "(?s)^[*_]*[\"“”„«'](?:(?<=«)\\s)?(.{1,600}?),?\\s?[\"“”»'][*_]*\\s{0,20}(?:([,.;:]?\\s{0,20}" + BECAUSE
                    + ")\\s*(.*)|[.]?\\s*|[,.]\\s+(.*))$");
    private static final Pattern REASONED =
            Pattern.compile("(?s)^(.{1,600}?)([,.;:]?\\s{1,20}" + BECAUSE + ")\\s*(.*)$");
    private static final Pattern SENTENCE = Pattern.compile("(?s)^(.{1,600}?[.:;])\\s+(?=\\S)(.*)$");
    /** {@code Chosen **Option 1**, because …}, without a colon. */
    private static final Pattern BARE = Pattern.compile(
            "(?is)^(?:[-*+]\\s+)?[*_]*(chosen|selected)[*_]*\\s+(?:(option|alternative|solution)\\s+(?!#?(?:\\d|[A-Z]\\b)))?(?=\\S)(.*)$");

    private Choice() {}

    /**
     * A way to cut the words.
     *
     * @param because the words between the name and the reason
     */
    private record Cut(String name, String because, String reason) {}

    /** Reads the choice and answers what is neither name nor reason; all of it where there is no choice. */
    static String read(String text, boolean make, Sheet sheet) {
        List<Cut> cuts = cuts(text.strip());
        for (Cut cut : cuts) {
            ObjectNode option = OptionMatch.named(sheet.at("/options"), cut.name(), sheet);
            if (option != null) {
                return choose(option, cut, sheet);
            }
        }
        for (Cut cut : cuts) {
            ObjectNode option = OptionMatch.alike(sheet.at("/options"), cut.name(), sheet);
            if (option != null) {
                return choose(option, cut, sheet);
            }
        }
        return make && sheet.at("/options").isEmpty() ? made(cuts.get(0), text, sheet) : text;
    }

    /** The choice without a label: only where it names an option there is. */
    static String unlabelled(String text, Sheet sheet) {
        Matcher bare = BARE.matcher(text);
        if (!bare.matches()) {
            return text;
        }
        String left = read(bare.group(3), false, sheet);
        if (left.equals(bare.group(3))) {
            return text;
        }
        sheet.label(bare.group(1));
        sheet.label(bare.group(2) == null ? "" : bare.group(2));
        return left;
    }

    /** The surest one first; the whole text, its first line and its first sentence come after. */
    private static List<Cut> cuts(String text) {
        List<Cut> cuts = new ArrayList<>();
        Matcher quoted = QUOTED.matcher(text);
        Matcher reasoned = REASONED.matcher(text);
        if (quoted.matches()) {
            cuts.add(new Cut(quoted.group(1), text(quoted.group(2)), text(quoted.group(3)) + text(quoted.group(4))));
        }
        if (reasoned.matches()) {
            cuts.add(new Cut(reasoned.group(1), reasoned.group(2), reasoned.group(3)));
        }
        if (text.length() <= Bounds.LINE) {
            cuts.add(new Cut(text, "", ""));
        }
        Matcher sentence = SENTENCE.matcher(text);
        int line = text.indexOf('\n');
        if (line > 0) {
            cuts.add(
                    Math.min(1, cuts.size()),
                    new Cut(
                            text.substring(0, line),
                            "",
                            text.substring(line + 1).strip()));
        }
        if (sentence.matches()) {
            cuts.add(new Cut(sentence.group(1), "", sentence.group(2)));
        }
        if (cuts.isEmpty()) {
            cuts.add(new Cut(text, "", ""));
        }
        cuts.removeIf(cut -> cuts.size() > 1 && cut.name().length() > Bounds.LINE);
        return cuts;
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Words of the name that the option's own name lacks are left. */
    private static String choose(ObjectNode option, Cut cut, Sheet sheet) {
        mark(option, sheet);
        sheet.label(cut.because());
        sheet.addText("/decision/rationale", cut.reason());
        Set<String> known = Words.count(option.path("name").asText()).keySet();
        String name = OptionNames.cut(cut.name()).name();
        if (known.containsAll(Words.count(name).keySet())
                || !OptionNames.only(cut.name()).isEmpty()) {
            sheet.label(cut.name());
            return "";
        }
        return cut.name().strip();
    }

    private static String made(Cut cut, String text, Sheet sheet) {
        String bare = bare(cut.name());
        if (bare.isBlank() || bare.length() > Bounds.LINE || bare.contains("\n")) {
            return text;
        }
        ArrayNode made = Sheet.list();
        ObjectNode option = Options.make(bare, made, sheet);
        sheet.set("/options", made);
        mark(option, sheet);
        sheet.label(cut.because());
        sheet.addText("/decision/rationale", cut.reason());
        return "";
    }

    static String bare(String name) {
        return name.strip().replaceAll("^\\*\\*(.+)\\*\\*$", "$1").replaceAll("[.]$", "");
    }

    static void mark(ObjectNode option, Sheet sheet) {
        option.put("verdict", "chosen");
        sheet.set("/decision/chosen", option.path("name").asText());
    }
}
