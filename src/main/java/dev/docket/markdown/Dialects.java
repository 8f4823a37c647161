package dev.docket.markdown;

import dev.docket.document.content.Kind;
import dev.docket.markdown.source.FrontMatter;
import dev.docket.markdown.source.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which template a file looks like: the first whose mark it bears. */
final class Dialects {

    private record Mark(String template, Predicate<Dialects> bears) {}

    private static final Pattern LOG4BRAINS = Pattern.compile("(?m)^- (?:Status|Tags):");
    private static final Pattern TABLE = Pattern.compile("(?m)^\\|\\s*(?:Metadata|Field|Status)\\s*\\|");
    private static final Pattern RFD = Pattern.compile("(?mi)^(?:# RFD \\d|state:|discussion:)");

    private static final List<Mark> ADR = List.of(
            new Mark("y-statement", file -> file.any("wh(y) decision statement", "y-statement")),
            new Mark(
                    "adr-engineering",
                    file -> file.any("slos/requirements", "affected modules", "data contracts")
                            || file.all("options", "decision", "migration and rollback")),
            new Mark(
                    "adr-classic",
                    file -> file.all("chosen option", "alternatives considered")
                            || file.all("problem statement", "current state")),
            new Mark("adr-verdict", file -> file.any("decision rationale") && file.any("alternatives considered")),
            new Mark(
                    "adr-drivers",
                    file -> file.all("considered options", "detailed analysis") || file.any("validation criteria")),
            new Mark("madr-1", file -> file.any("considered alternatives", "pros and cons of the alternatives")),
            new Mark("madr-4", file -> file.madr() && (file.any("confirmation") || file.keys("decision-makers"))),
            new Mark("madr-3", file -> file.madr() && (file.front || file.any("validation"))),
            new Mark("log4brains", file -> file.madr() && file.contains(LOG4BRAINS)),
            new Mark("madr-2", file -> file.madr()),
            new Mark("adr-table", file -> file.contains(TABLE)),
            new Mark("nygard", file -> true));

    private static final List<Mark> RFC = List.of(
            new Mark(
                    "rfc",
                    file -> file.count(
                                    "testing strategy",
                                    "success metrics",
                                    "backward compatibility",
                                    "risks and mitigations",
                                    "rollout plan",
                                    "implementation plan")
                            >= 2),
            new Mark("rfc-buildpacks", file -> file.all("what it is", "how it works")),
            new Mark(
                    "rfc-kep",
                    file -> file.any("graduation criteria", "production readiness review questionnaire")
                            || file.all("proposal", "design details")),
            new Mark(
                    "rfc-swift",
                    file -> file.any("proposed solution") && file.any("introduction", "source compatibility")),
            new Mark("rfc-ember", file -> file.any("how we teach this") && !file.any("adoption strategy")),
            new Mark("rfc-react", file -> file.any("adoption strategy", "basic example")),
            new Mark(
                    "rfc-rust",
                    file -> file.any("guide-level explanation", "reference-level explanation")
                            || file.all("detailed design", "drawbacks")),
            new Mark("rfc-govuk", file -> file.all("problem", "proposal")),
            new Mark("rfd", file -> file.contains(RFD)),
            new Mark("rfc", file -> true));

    private final Set<String> headings = new HashSet<>();
    private final Set<String> keys = new HashSet<>();
    private final boolean front;
    private final String head;

    private Dialects(Section root, FrontMatter matter, List<String> lines) {
        collect(root);
        front = !matter.entries().isEmpty();
        matter.entries().forEach(entry -> keys.add(entry.key().toLowerCase(Locale.ROOT)));
        head = String.join("\n", lines.subList(0, Math.min(lines.size(), 30)));
    }

    static String detect(Kind kind, Section root, FrontMatter matter, List<String> lines) {
        Dialects file = new Dialects(root, matter, lines);
        return (kind == Kind.ADR ? ADR : RFC)
                .stream()
                        .filter(mark -> mark.bears().test(file))
                        .findFirst()
                        .orElseThrow()
                        .template();
    }

    private void collect(Section section) {
        if (headings.size() < 1000) {
            headings.add(Headings.name(section.heading()));
            section.sections().forEach(this::collect);
        }
    }

    private boolean madr() {
        return any("decision outcome", "considered options", "decision drivers", "context and problem statement");
    }

    private boolean any(String... names) {
        return count(names) > 0;
    }

    private boolean all(String... names) {
        return count(names) == names.length;
    }

    private long count(String... names) {
        return Set.of(names).stream().filter(headings::contains).count();
    }

    private boolean keys(String... names) {
        return Set.of(names).stream().anyMatch(keys::contains);
    }

    private boolean contains(Pattern pattern) {
        return pattern.matcher(head).find();
    }
}
