package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which of the known options a text names: rarely in the very words of the list. */
final class OptionMatch {

    private static final double ALIKE = 0.5;
    private static final List<String> CALLS = List.of("option", "solution", "alternative");
    private static final List<Pattern> ORDINALS = Stream.of("first", "second", "third", "fourth", "fifth")
            .map(each -> Pattern.compile(" " + each + " (?:option|solution|approach|alternative|one) "))
            .toList();

    private final List<ObjectNode> options = new ArrayList<>();
    private final Set<ObjectNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Sheet sheet;

    private OptionMatch(JsonNode known, Sheet sheet) {
        this.sheet = sheet;
        known.forEach(option -> options.add((ObjectNode) option));
    }

    /** The option that has exactly this name, its marks and label aside; null for none. */
    static @Nullable ObjectNode exact(JsonNode known, String text) {
        String key = OptionNames.key(text);
        for (JsonNode option : known) {
            if (!key.isEmpty() && same(key(option), key)) {
                return (ObjectNode) option;
            }
        }
        return null;
    }

    /** The option named by its name, its label, or the beginning of its name; null for none. */
    static @Nullable ObjectNode named(JsonNode known, String text, Sheet sheet) {
        ObjectNode exact = exact(known, text);
        OptionMatch match = new OptionMatch(known, sheet);
        ObjectNode labelled = exact != null ? exact : match.counted(text);
        return labelled != null ? labelled : match.single(text, OptionMatch::begins);
    }

    /** And by other words for the same, or by its initials; null for none, or for two alike. */
    static @Nullable ObjectNode alike(JsonNode known, String text, Sheet sheet) {
        ObjectNode named = named(known, text, sheet);
        OptionMatch match = new OptionMatch(known, sheet);
        ObjectNode initials = named != null ? named : match.single(text, OptionMatch::initials);
        ObjectNode within = initials != null ? initials : match.within(text);
        return within != null ? within : match.closest(text);
    }

    /** The option whose name, or label, stands in the text; null for none, or for several. */
    static @Nullable ObjectNode mentioned(JsonNode known, String text, Sheet sheet) {
        return new OptionMatch(known, sheet).within(text);
    }

    /**
     * Which option each heading names, each option named once: in the same words first, then by label, then in similar
     * words, and what is left over on both sides in the order it stands.
     */
    static List<@Nullable ObjectNode> all(ArrayNode known, List<String> headings, Sheet sheet) {
        OptionMatch match = new OptionMatch(known, sheet);
        @Nullable ObjectNode[] found = new ObjectNode[headings.size()];
        match.assign(headings, found, (option, heading) -> same(key(option), OptionNames.key(heading)));
        match.assign(headings, found, match::sameCount);
        match.assign(headings, found, OptionMatch::begins);
        match.assignAlike(headings, found);
        match.assignRest(headings, found);
        return Arrays.asList(found);
    }

    private List<ObjectNode> free() {
        return options.stream().filter(option -> !taken.contains(option)).toList();
    }

    private void assign(List<String> headings, @Nullable ObjectNode[] found, BiPredicate<ObjectNode, String> same) {
        for (int i = 0; i < found.length; i++) {
            for (ObjectNode option : found[i] == null ? free() : List.<ObjectNode>of()) {
                if (same.test(option, headings.get(i))) {
                    found[i] = option;
                    taken.add(option);
                    break;
                }
            }
        }
    }

    private void assignAlike(List<String> headings, @Nullable ObjectNode[] found) {
        for (int round = 0; round < found.length; round++) {
            int best = -1;
            ObjectNode option = null;
            double most = ALIKE;
            for (int i = 0; i < found.length; i++) {
                for (ObjectNode each : found[i] == null ? free() : List.<ObjectNode>of()) {
                    double likeness = likeness(key(each), OptionNames.key(headings.get(i)));
                    if (likeness >= most && (likeness > most || best < 0)) {
                        most = likeness;
                        best = i;
                        option = each;
                    }
                }
            }
            if (option == null) {
                return;
            }
            found[best] = option;
            taken.add(option);
        }
    }

    /** One heading and one option that nothing else names belong together where they share a word. */
    private void assignRest(List<String> headings, @Nullable ObjectNode[] found) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == null) {
                left.add(i);
            }
        }
        List<ObjectNode> free = free();
        if (left.size() == 1 && free.size() == 1) {
            String heading = headings.get(left.get(0));
            Set<String> shared = OptionNames.stems(OptionNames.key(heading));
            shared.retainAll(OptionNames.stems(key(free.get(0))));
            if (!shared.isEmpty()
                    && (OptionNames.cut(heading).count().isEmpty()
                            || number(free.get(0)).isEmpty())) {
                found[left.get(0)] = free.get(0);
            }
        }
    }

    private boolean sameCount(ObjectNode option, String heading) {
        OptionNames.Cut cut = OptionNames.cut(heading);
        String count = cut.count().isEmpty() ? OptionNames.only(heading) : cut.count();
        return !count.isEmpty() && count.equals(number(option));
    }

    /** By its label, or else its place in the list: {@code Option 2}, {@code Option B}. */
    private @Nullable ObjectNode counted(String text) {
        OptionNames.Cut cut = OptionNames.cut(text);
        for (ObjectNode option : options) {
            if (sameCount(option, text)) {
                return option;
            }
        }
        String only = OptionNames.only(text);
        String count = only.isEmpty() && cut.prefix().matches("(?is)[^\\p{L}]*\\p{L}{2}.*") ? cut.count() : only;
        boolean numbered = options.stream().anyMatch(option -> !number(option).isEmpty());
        int index = numbered || !count.matches("\\d{1,2}|[a-z]")
                ? -1
                : Character.isDigit(count.charAt(0)) ? Integer.parseInt(count) - 1 : count.charAt(0) - 'a';
        return index >= 0 && index < options.size() ? options.get(index) : null;
    }

    private String number(ObjectNode option) {
        return sheet.number(option.path("name").asText());
    }

    private @Nullable ObjectNode single(String text, BiPredicate<ObjectNode, String> same) {
        List<ObjectNode> found =
                options.stream().filter(option -> same.test(option, text)).toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The longest name that the text has, unless it has another one elsewhere. */
    private @Nullable ObjectNode within(String text) {
        String words = " " + OptionNames.words(text) + " ";
        ObjectNode found = null;
        for (ObjectNode option : options) {
            if (!named(words, option)) {
                continue;
            }
            if (found == null || key(option).contains(key(found)) && !alsoAlone(words, found, option)) {
                found = option;
            } else if (!key(found).contains(key(option)) || alsoAlone(words, option, found)) {
                return null;
            }
        }
        return found;
    }

    private boolean named(String words, ObjectNode option) {
        int place = options.indexOf(option);
        String number = number(option).isEmpty() ? String.valueOf(place + 1) : number(option);
        return !key(option).isEmpty() && words.contains(" " + key(option) + " ")
                || CALLS.stream().anyMatch(call -> words.contains(" " + call + " " + number + " "))
                || place < ORDINALS.size() && ORDINALS.get(place).matcher(words).find();
    }

    private boolean alsoAlone(String words, ObjectNode shorter, ObjectNode longer) {
        return named(words.replace(" " + key(longer) + " ", " | "), shorter);
    }

    private @Nullable ObjectNode closest(String text) {
        ObjectNode found = null;
        double most = 0;
        double second = 0;
        for (ObjectNode option : options) {
            double likeness = likeness(key(option), OptionNames.key(text));
            if (likeness > most) {
                second = most;
                most = likeness;
                found = option;
            } else {
                second = Math.max(second, likeness);
            }
        }
        return most >= ALIKE && most > second ? found : null;
    }

    /** How many of the telling words two names share, 0 to 1; all of the shorter one's, at least two, are enough. */
    private static double likeness(String one, String other) {
        Set<String> stems = OptionNames.stems(one);
        Set<String> others = OptionNames.stems(other);
        Set<String> shared = new HashSet<>(stems);
        shared.retainAll(others);
        double dice = 2.0 * shared.size() / Math.max(1, stems.size() + others.size());
        boolean all = shared.size() > 1 && shared.size() == Math.min(stems.size(), others.size());
        return all ? Math.max(ALIKE, dice) : dice;
    }

    private static boolean begins(ObjectNode option, String text) {
        String name = key(option);
        String wanted = OptionNames.key(text);
        return !name.isEmpty()
                && !wanted.isEmpty()
                && ((name + " ").startsWith(wanted + " ") || (wanted + " ").startsWith(name + " "));
    }

    private static boolean initials(ObjectNode option, String text) {
        String wanted = OptionNames.key(text);
        return wanted.length() > 1 && wanted.equals(OptionNames.initials(key(option)));
    }

    /** Whether two keys are the same, written as one word or as two. */
    private static boolean same(String one, String other) {
        return one.replace(" ", "").equals(other.replace(" ", ""));
    }

    private static String key(JsonNode option) {
        return OptionNames.key(option.path("name").asText());
    }
}
