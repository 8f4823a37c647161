package dev.docket.markdown.fact;

import dev.docket.document.content.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of the statuses there are, as templates have them, which authors leave standing or choose from. */
final class Choices {

    private static final Pattern SEPARATOR = Pattern.compile("[|/,;]|\\bor\\b|\\boder\\b|\\bou\\b|\\bof\\b|→");
    private static final Pattern BARS = Pattern.compile("\\s\\|\\s|\\w\\|\\w");
    private static final Pattern ENCLOSED =
            Pattern.compile("\\[[^\\[\\]]*(?:\\[[^\\]]*\\](?:\\([^)]*\\))?[^\\[\\]]*)*\\]"
                    + "(?!\\()|\\{[^}]*\\}?|\\([^()]*\\)|<[^>]*>");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*|__([^_]+)__");
    private static final int LIST = 3;

    private Choices() {}

    /** The part of a line that says which status was chosen; empty where the line is a list and none was. */
    static Optional<String> chosen(String line, Function<String, Optional<Status>> meaning) {
        String rest = line;
        Matcher enclosed = ENCLOSED.matcher(line);
        while (enclosed.find()) {
            if (list(enclosed.group(), meaning)) {
                rest = rest.replace(enclosed.group(), " ");
            }
        }
        if (!list(rest, meaning)) {
            return Optional.of(rest);
        }
        List<String> strong = new ArrayList<>();
        STRONG.matcher(rest).results().forEach(each -> strong.add(each.group()));
        return strong.size() == 1 ? Optional.of(strong.get(0)) : Optional.empty();
    }

    /** Whether these are at least three statuses, or two with a bar between them. */
    private static boolean list(String text, Function<String, Optional<Status>> meaning) {
        Set<Status> known = new LinkedHashSet<>();
        int parts = 0;
        for (String part : SEPARATOR.split(text, -1)) {
            Optional<Status> first = Folded.words(part).stream()
                    .limit(3)
                    .map(meaning)
                    .flatMap(Optional::stream)
                    .findFirst();
            parts += first.isPresent() ? 1 : 0;
            first.ifPresent(known::add);
        }
        boolean bars = BARS.matcher(text).find();
        return parts >= LIST && known.size() >= LIST || bars && known.size() > 1;
    }
}
