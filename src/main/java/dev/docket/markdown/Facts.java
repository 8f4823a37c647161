package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import dev.docket.markdown.fact.Dates;
import dev.docket.markdown.fact.FoundDate;
import dev.docket.markdown.fact.StatusWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a file says about its document as a whole: status, dates, people, labels. */
final class Facts {

    /** What each key of the head is for; the first key of each is the one that is written. */
    static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("status", "status"),
            Map.entry("state", "status"),
            Map.entry("stage", "status"),
            Map.entry("date", "date"),
            Map.entry("created", "date"),
            Map.entry("start date", "date"),
            Map.entry("decision date", "date"),
            Map.entry("datum", "date"),
            Map.entry("fecha", "date"),
            Map.entry("last updated", "lastUpdated"),
            Map.entry("last modified", "lastUpdated"),
            Map.entry("updated", "lastUpdated"),
            Map.entry("deciders", "deciders"),
            Map.entry("decision-makers", "deciders"),
            Map.entry("decision makers", "deciders"),
            Map.entry("decided by", "deciders"),
            Map.entry("entscheider", "deciders"),
            Map.entry("décideurs", "deciders"),
            Map.entry("decisores", "deciders"),
            Map.entry("statut", "status"),
            Map.entry("estado", "status"),
            Map.entry("data", "date"),
            Map.entry("consulted", "consulted"),
            Map.entry("informed", "informed"),
            Map.entry("author", "author"),
            Map.entry("authors", "author"),
            Map.entry("author(s)", "author"),
            Map.entry("proposed by", "author"),
            Map.entry("tags", "tags"),
            Map.entry("labels", "tags"),
            Map.entry("components", "components"),
            Map.entry("technical story", "story"),
            Map.entry("story", "story"),
            Map.entry("user story", "story"),
            Map.entry("ticket", "story"),
            Map.entry("context", "story"),
            Map.entry("review date", "review"),
            Map.entry("name", "title"),
            Map.entry("title", "title"));

    private static final Pattern LINK =
            Pattern.compile("^[*_]*\\[((?:[^\\[\\]]|\\\\.)+)\\]\\(<?([^()\\s<>]+)>?\\)[*_]*$");
    /** A document that only says what it took the place of is in force. */
    private static final Pattern IN_PLACE_OF = Pattern.compile("(?i)^\\W*(replaces|supersedes)\\b");

    private static final Pattern LABEL = Pattern.compile(Bounds.LABEL_PATTERN);

    final Kind kind;
    final Sheet sheet;
    final List<RecordEntry> record = new ArrayList<>();
    final List<Approval> approvals = new ArrayList<>();
    private final Related related;

    @Nullable
    Status status;

    @Nullable
    String statusText;

    @Nullable
    LocalDate date;

    @Nullable
    String dateText;

    @Nullable
    LocalDate lastUpdated;

    @Nullable
    String title;

    Facts(Kind kind, Sheet sheet) {
        this.kind = kind;
        this.sheet = sheet;
        this.related = new Related(kind);
    }

    static boolean known(String key) {
        return KEYS.containsKey(key) || Related.LABELS.containsKey(key) && !key.equals("code");
    }

    /** Whether the value is understood as what the key says; else its words are still to be kept. */
    boolean take(String key, List<String> values) {
        String value = String.join(", ", values).strip();
        if (value.isEmpty() || Blanks.placeholder(value)) {
            sheet.label(value);
            return true;
        }
        Rel rel = Related.LABELS.get(key);
        if (rel != null) {
            return related.link(rel, value, sheet);
        }
        return switch (KEYS.getOrDefault(key, "")) {
            case "status" -> status(value);
            case "date" -> date(value);
            case "lastUpdated" -> lastUpdated(value);
            case "deciders", "consulted", "informed" -> people("/" + KEYS.get(key), values);
            case "author" -> author(value);
            case "tags", "components" -> labels("/" + KEYS.get(key), values);
            case "story" -> story(value);
            case "review" ->
                !sheet.has("/reviewOn")
                        && ReviewDate.SHAPE.read(Piece.of(value), "", sheet).isEmpty();
            case "title" -> title(value);
            default -> false;
        };
    }

    /** Only the first status that is stated counts. */
    boolean status(String text) {
        if (statusText != null || text.length() > Bounds.ITEM) {
            return false;
        }
        statusText = text;
        status = StatusWords.of(text, kind).orElse(null);
        if (status == null && IN_PLACE_OF.matcher(text).find()) {
            status = Status.ACCEPTED;
        }
        Related.mentions(text, kind, sheet);
        return true;
    }

    private boolean date(String value) {
        Optional<FoundDate> found = Dates.find(value);
        if (date != null || found.isEmpty() || value.length() > Bounds.LINE) {
            return false;
        }
        date = found.get().date();
        dateText = value;
        return true;
    }

    private boolean lastUpdated(String value) {
        Optional<FoundDate> found = Dates.find(value);
        if (lastUpdated != null
                || found.isEmpty()
                || !found.get().date().toString().equals(value)) {
            return false;
        }
        lastUpdated = found.get().date();
        return true;
    }

    private boolean people(String pointer, List<String> values) {
        List<String> people = values.stream().flatMap(Facts::split).toList();
        return list(pointer, people, people.stream().allMatch(each -> each.length() <= Bounds.LINE));
    }

    private boolean list(String pointer, List<String> values, boolean good) {
        if (!good || values.isEmpty() || sheet.has(pointer) || values.size() > Bounds.LABELS) {
            return false;
        }
        ArrayNode list = Sheet.list();
        values.forEach(list::add);
        sheet.addAll(pointer, list);
        return true;
    }

    /** Cut at commas and semicolons that stand in no brackets. */
    static Stream<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            depth += each == '(' || each == '[' ? 1 : each == ')' || each == ']' ? -1 : 0;
            if (depth <= 0 && (each == ',' || each == ';')) {
                parts.add(value.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(value.substring(from).strip());
        return parts.stream().filter(part -> !part.isEmpty());
    }

    private boolean author(String value) {
        if (sheet.has("/author") || value.length() > Bounds.LINE || value.contains("\n")) {
            return false;
        }
        sheet.set("/author", value);
        return true;
    }

    private boolean labels(String pointer, List<String> values) {
        List<String> labels = values.stream()
                .flatMap(Facts::split)
                .map(each -> each.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", ""))
                .distinct()
                .toList();
        return list(
                pointer,
                labels,
                labels.stream()
                        .allMatch(each -> each.length() <= Bounds.LABEL
                                && LABEL.matcher(each).matches()));
    }

    private boolean story(String value) {
        if (sheet.has("/story") || value.length() > Bounds.ITEM) {
            return false;
        }
        Matcher link = LINK.matcher(value);
        boolean url = value.matches("https?://\\S+") && value.length() <= Bounds.URL;
        if (link.matches() && link.group(2).length() <= Bounds.URL) {
            sheet.set("/story/text", link.group(1));
            sheet.set("/story/url", link.group(2));
        } else {
            sheet.set(url ? "/story/url" : "/story/text", value);
        }
        return true;
    }

    private boolean title(String value) {
        if (title != null) {
            return Headings.name(title).equals(Headings.name(value));
        }
        title = value;
        return true;
    }

    /** All words that are kept outside the content. */
    String words() {
        List<String> words = new ArrayList<>();
        Stream.of(status == null ? null : status.json(), statusText, dateText, title)
                .filter(each -> each != null)
                .forEach(words::add);
        if (date != null && dateText == null || lastUpdated != null) {
            words.add(String.valueOf(date) + " " + lastUpdated);
        }
        record.forEach(entry -> words.add(entry.action() + " "
                + entry.at().toString().replace('T', ' ') + " " + entry.author() + " " + entry.comment()));
        approvals.forEach(approval -> words.add(String.valueOf(approval.comment())));
        return String.join("\n", words);
    }

    /** Everything but the sheet, to go back to. */
    Runnable restorer() {
        Status oldStatus = status;
        String oldText = statusText;
        LocalDate oldDate = date;
        String oldDateText = dateText;
        LocalDate oldUpdated = lastUpdated;
        int records = record.size();
        int asked = approvals.size();
        return () -> {
            status = oldStatus;
            statusText = oldText;
            date = oldDate;
            dateText = oldDateText;
            lastUpdated = oldUpdated;
            record.subList(records, record.size()).clear();
            approvals.subList(asked, approvals.size()).clear();
        };
    }

    static void put(ObjectNode node, String member, @Nullable Object value) {
        if (value != null) {
            node.put(member, value.toString());
        }
    }
}
