package dev.docket.imports;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.markdown.Hint;
import dev.docket.markdown.Markdown;
import dev.docket.markdown.Reading;
import dev.docket.markdown.Warning;
import dev.docket.markdown.fact.Mention;
import dev.docket.markdown.fact.Mentions;
import dev.docket.markdown.source.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of a file. */
record Words(List<String> lines, boolean repaired, boolean isNoText) {

    private static final int MAX_WARNINGS = 90;
    private static final int MAX_DETAIL = 300;

    static Words of(byte[] content) {
        Text.Decoded decoded = Text.of(content);
        boolean blank = decoded.lines().stream().allMatch(String::isBlank);
        return new Words(decoded.lines(), decoded.repaired(), decoded.binary() || blank);
    }

    Reading read(Hint hint) {
        return Markdown.read(String.join("\n", lines), hint);
    }

    /** The first line that names the target of each link between documents. */
    Map<String, Integer> linesOf(List<Link> links, Kind kind) {
        Set<String> targets = links.stream()
                .filter(link -> Objects.requireNonNull(link.rel()).betweenDocuments())
                .map(link -> String.valueOf(link.target()))
                .collect(Collectors.toSet());
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < lines.size() && found.size() < targets.size(); i++) {
            for (Mention mention : Mentions.in(lines.get(i), kind)) {
                String ref = "%s-%04d".formatted(mention.kind().prefix(), mention.number());
                if (targets.contains(ref)) {
                    found.putIfAbsent(ref, i + 1);
                }
            }
        }
        return Map.copyOf(found);
    }

    /** What there is to warn of, bounded as the report is. */
    List<Warning> warned(List<Warning> ofReading, List<Warning> ofContent) {
        List<Warning> warnings = new ArrayList<>(ofReading);
        warnings.addAll(ofContent);
        List<Warning> bounded = new ArrayList<>();
        if (repaired) {
            bounded.add(new Warning(1, "broken-text", "Some bytes are no UTF-8; they were replaced by U+FFFD."));
        }
        for (Warning warning : warnings) {
            if (bounded.size() == MAX_WARNINGS) {
                bounded.add(new Warning(warning.line(), "more", "There are more warnings than are shown."));
                break;
            }
            bounded.add(new Warning(warning.line(), warning.code(), cut(warning.detail())));
        }
        return bounded;
    }

    private static String cut(String detail) {
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL - 1) + "…";
    }
}
