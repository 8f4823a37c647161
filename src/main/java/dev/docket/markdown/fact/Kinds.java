package dev.docket.markdown.fact;

import dev.docket.document.content.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a file is an ADR or an RFC. */
public final class Kinds {

    private static final Pattern NOT_WORDS = Pattern.compile("[^a-z]+");
    private static final Pattern HEADING = Pattern.compile("^[ \t]{0,3}#{1,6}[ \t]{1,20}(.{0,300}?)[ \t#:]{0,100}$");
    private static final Set<String> ADR_NAMES = Set.of("adr", "adrs", "madr", "decision", "decisions", "adl");
    private static final Set<String> RFC_NAMES =
            Set.of("rfc", "rfcs", "rfd", "rfds", "kep", "keps", "pep", "peps", "tep", "teps", "proposal", "proposals");
    private static final Set<String> ADR_SECTIONS = Set.of(
            "decision",
            "consequences",
            "decision outcome",
            "considered options",
            "decision drivers",
            "status",
            "context",
            "context and problem statement",
            "decision rationale",
            "chosen option",
            "considered alternatives");
    private static final Set<String> RFC_SECTIONS = Set.of(
            "motivation",
            "detailed design",
            "drawbacks",
            "unresolved questions",
            "prior art",
            "adoption strategy",
            "guide-level explanation",
            "reference-level explanation",
            "how we teach this",
            "open questions",
            "rollout plan",
            "summary",
            "proposal",
            "future possibilities",
            "basic example",
            "testing strategy",
            "proposed solution",
            "detailed proposal",
            "problem");

    private Kinds() {}

    /**
     * What the file name says, else the nearest folder, else the title, else the sections; an ADR where nothing speaks.
     *
     * @param path null: there is none
     */
    public static Kind of(@Nullable String path, List<String> lines) {
        return named(path).or(() -> titled(lines)).orElseGet(() -> sectioned(lines));
    }

    private static Optional<Kind> named(@Nullable String path) {
        if (path == null) {
            return Optional.empty();
        }
        List<String> segments = Arrays.asList(path.toLowerCase(Locale.ROOT).split("[/\\\\]", -1));
        for (int at = segments.size() - 1; at >= 0; at--) {
            List<String> words = Arrays.asList(NOT_WORDS.split(segments.get(at), -1));
            // Further words of a file name are its title.
            Optional<Kind> kind =
                    at == segments.size() - 1 ? said(words.stream().limit(1)) : said(words.stream());
            if (kind.isPresent()) {
                return kind;
            }
        }
        return Optional.empty();
    }

    private static Optional<Kind> said(Stream<String> words) {
        return words.flatMap(word -> RFC_NAMES.contains(word)
                        ? Stream.of(Kind.RFC)
                        : ADR_NAMES.contains(word) ? Stream.of(Kind.ADR) : Stream.of())
                .findFirst();
    }

    private static Stream<String> headings(List<String> lines) {
        return lines.stream()
                .map(HEADING::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(1).toLowerCase(Locale.ROOT));
    }

    private static Optional<Kind> titled(List<String> lines) {
        return headings(lines)
                .findFirst()
                .flatMap(title -> said(Arrays.stream(NOT_WORDS.split(title, -1))
                        .filter(word -> !word.isEmpty())
                        .limit(1)
                        .filter(word -> word.startsWith("adr") || word.startsWith("rf") || word.startsWith("kep"))));
    }

    private static Kind sectioned(List<String> lines) {
        long rfc = headings(lines).filter(RFC_SECTIONS::contains).distinct().count();
        long adr = headings(lines).filter(ADR_SECTIONS::contains).distinct().count();
        return rfc > adr ? Kind.RFC : Kind.ADR;
    }
}
