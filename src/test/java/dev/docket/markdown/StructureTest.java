package dev.docket.markdown;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.docket.document.content.Kind;
import dev.docket.markdown.fact.Mentions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made of real files whose parts people have counted: options, arguments, the choice, links. */
class StructureTest {

    /** Just below what is reached, in percent: of most files, and of those that people called hard to read. */
    private static final Map<String, Integer> USUAL = Map.of(
            "options",
            97,
            "pros",
            97,
            "cons",
            97,
            "chosen",
            97,
            "drivers",
            98,
            "positive",
            98,
            "negative",
            98,
            "deciders",
            99,
            "date",
            99,
            "links",
            95);

    private static final Map<String, Integer> HARD = Map.of(
            "options",
            75,
            "pros",
            75,
            "cons",
            75,
            "chosen",
            80,
            "drivers",
            95,
            "positive",
            95,
            "negative",
            95,
            "deciders",
            95,
            "date",
            95,
            "links",
            88);

    @Test
    void usualFilesHaveTheirParts() throws IOException {
        check(false, USUAL);
    }

    @Test
    void hardFilesHaveMostOfTheirParts() throws IOException {
        check(true, HARD);
    }

    private static void check(boolean hard, Map<String, Integer> floors) throws IOException {
        Map<String, Corpus.File> files =
                Corpus.files().stream().collect(Collectors.toMap(Corpus.File::path, Function.identity()));
        Tally tally = new Tally();
        for (JsonNode label : labels()) {
            Corpus.File file = files.get(label.path("file").asText());
            if (label.path("hard").asBoolean() == hard && file != null) {
                judge(file, label, tally);
            }
        }
        System.out.println(tally.table());
        floors.forEach((part, floor) -> assertThat(tally.percent(part))
                .as(part + " in\n" + String.join("\n", tally.wrong(part)))
                .isGreaterThanOrEqualTo(floor));
    }

    static void options(String path, JsonNode content, JsonNode label, Tally tally) {
        List<String> names = names(content.path("options"));
        List<String> wanted = names(label.path("options"));
        tally.add(path, "options", alike(names, wanted), "read " + names + ", not " + wanted);
    }

    private static void judge(Corpus.File file, JsonNode label, Tally tally) {
        Reading reading = Markdown.read(String.join("\n", file.lines()), new Hint(null, null, file.path()));
        JsonNode content = reading.content();
        String path = file.path();
        options(path, content, label, tally);
        tally.compare(path, "pros", sizes(content, "pros"), counts(label, "pros"));
        tally.compare(path, "cons", sizes(content, "cons"), counts(label, "cons"));
        if (!label.has("chosenAll")) {
            String chosen = name(content.at("/decision/chosen").asText(""));
            String choice = name(label.path("chosen").asText("").replaceAll("^null$", ""));
            tally.add(path, "chosen", alike(chosen, choice), "read " + chosen + ", not " + choice);
        }
        tally.compare(
                path,
                "drivers",
                content.at("/context/drivers").size(),
                label.path("drivers").asInt());
        tally.compare(
                path,
                "positive",
                content.at("/consequences/positive").size(),
                label.path("positive").asInt());
        tally.compare(
                path,
                "negative",
                content.at("/consequences/negative").size(),
                label.path("negative").asInt());
        tally.compare(
                path,
                "deciders",
                content.path("deciders").size(),
                label.path("deciders").size());
        if (!label.has("dateLabel")) {
            String date =
                    label.path("date").isNull() ? "null" : label.path("date").asText();
            tally.compare(path, "date", String.valueOf(reading.date()), date);
        }
        tally.compare(path, "links", links(content, reading.kind()), texts(label.path("links")));
    }

    static List<JsonNode> labels() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StructureTest.class.getResourceAsStream("/corpus/structure.jsonl"), "labels")) {
            List<JsonNode> labels = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                labels.add(new ObjectMapper().readTree(line));
            }
            return labels;
        }
    }

    private static List<String> names(JsonNode options) {
        return options.valueStream()
                .map(option -> name(option.path("name").asText()))
                .toList();
    }

    /** A name without its label and marks, and without the word that recommends it. */
    private static String name(String written) {
        return OptionNames.key(written).strip();
    }

    private static boolean alike(List<String> names, List<String> wanted) {
        boolean alike = names.size() == wanted.size();
        for (int i = 0; alike && i < names.size(); i++) {
            alike = alike(names.get(i), wanted.get(i));
        }
        return alike;
    }

    /** Whether two names are the same but for an explanation behind one of them. */
    private static boolean alike(String name, String wanted) {
        return name.equals(wanted)
                || !name.isEmpty() && !wanted.isEmpty() && (name.startsWith(wanted) || wanted.startsWith(name));
    }

    private static List<Integer> sizes(JsonNode content, String side) {
        return content.path("options")
                .valueStream()
                .map(option -> option.path(side).size())
                .toList();
    }

    private static List<Integer> counts(JsonNode label, String side) {
        return label.path("options")
                .valueStream()
                .map(option -> option.path(side).asInt())
                .toList();
    }

    /** Those that state a relation, and references that name a document. */
    private static Set<String> links(JsonNode content, Kind kind) {
        Stream<String> links = content.path("links")
                .valueStream()
                .map(link -> link.path("target").asText())
                .filter(target -> target.matches("(ADR|RFC)-\\d+"));
        Stream<String> references = content.path("references")
                .valueStream()
                .map(each -> "[" + each.path("text").asText() + "]("
                        + each.path("url").asText() + ")")
                .flatMap(each -> Mentions.in(each, kind).stream())
                .map(Related::ref);
        return Stream.concat(links, references).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }
}
