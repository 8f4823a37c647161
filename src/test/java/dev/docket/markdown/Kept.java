package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Words;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which words of a file its reading does not have. */
final class Kept {

    /** Words of headings that are members of the model: the member says them. */
    private static final Set<String> HEADINGS = Set.of(
            ("context background introduction motivation problem problems statement decision decisions outcome result"
                            + " resolution consequences considered options option alternatives alternative possible solutions"
                            + " solution chosen rationale justification drivers forces constraints positive negative risks risk"
                            + " mitigation mitigations detailed implementation plan migration path backwards confirmation"
                            + " validation appendix summary tl dr questions open unresolved references links more information"
                            + " see also notes record history and the of s y wh")
                    .split(" "));

    /** Keys of the head, and headers of tables of keys, rows and columns. */
    private static final Set<String> KEYS = Set.of(
            ("status state date start created updated last modified author authors proposed by deciders makers approver title"
                            + " name tags story technical user tickets description metadata meta value")
                    .split(" "));

    /** What says which side an argument is on: the list it is in says so. */
    private static final Set<String> SIDES = Set.of("pros pro cons con good bad because".split(" "));

    /** What stands before a title beside its number. */
    private static final Set<String> KINDS = Set.of("adr rfc rfd spec architecture proposal".split(" "));

    /** What templates put into comments behind their headings. */
    private static final Set<String> COMMENTS = Set.of("optional", "recommended");

    /** Numbers of items and of options, and those before titles: the model counts itself. */
    private static final String COUNT = "\\d{1,2}|[a-h]";

    private Kept() {}

    /** The words that are nowhere in the document and need to be. */
    static Set<String> lost(List<String> lines, JsonNode document) {
        Set<String> lost = new TreeSet<>(Words.count(String.join("\n", lines)).keySet());
        values(document).forEach(text -> lost.removeAll(Words.count(text).keySet()));
        Stream.of(HEADINGS, KEYS, SIDES, KINDS, COMMENTS).forEach(lost::removeAll);
        lost.removeIf(word -> word.matches(COUNT));
        return lost;
    }

    /** As above, of a file that is no document yet. */
    static Set<String> lost(List<String> lines, Reading reading) {
        ObjectNode document = reading.content().deepCopy();
        document.put(
                "beside",
                Stream.of(
                                reading.statusText(),
                                reading.dateText(),
                                reading.number(),
                                reading.lastUpdated(),
                                reading.record(),
                                reading.approvals())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
        return lost(lines, document);
    }

    private static Stream<String> values(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : node.valueStream().flatMap(Kept::values);
    }
}
