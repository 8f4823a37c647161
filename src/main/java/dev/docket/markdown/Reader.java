package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import dev.docket.markdown.fact.Kinds;
import dev.docket.markdown.fact.Numbers;
import dev.docket.markdown.source.FrontMatter;
import dev.docket.markdown.source.Lines;
import dev.docket.markdown.source.Outline;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one file. */
final class Reader {

    private final List<String> lines;
    private final Hint hint;
    private final Kind kind;
    private final Sheet sheet = new Sheet();
    private final Facts facts;
    private final Laying laying;
    private final List<Warning> warnings = new ArrayList<>();

    Reader(List<String> lines, Hint hint) {
        this.lines = lines;
        this.hint = hint;
        this.kind = hint.kind() == null ? Kinds.of(hint.path(), lines) : hint.kind();
        this.facts = new Facts(kind, sheet);
        this.laying = new Laying(facts);
    }

    /** Reads the file, with the links that its prose makes, unless it says of its links that they are all. */
    Reading read() {
        FrontMatter front = FrontMatter.of(lines);
        List<String> body = lines.subList(front.lines(), lines.size());
        Exact.Found exact = Exact.take(body);
        Section root = Outline.of(exact.rest(), front.lines() + 1);
        Titled titled = Titled.of(root, kind);
        Preamble preamble = new Preamble(facts);
        String leftFront = preamble.read(front);
        Stream.of(root, titled.heading())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(section -> preamble.read(section.text()));
        titled.meta().forEach(section -> preamble.read(section.text()));
        laying.lay(titled.sections());
        prose(preamble);
        laying.extras().first(preamble.keys());
        laying.extras().first(leftFront);
        Integer ofPath = hint.path() == null ? null : Numbers.ofPath(hint.path());
        Numbers.Titled title = title(titled.heading(), ofPath);
        finish(title.title());
        choose();
        exact.apply(sheet.content());
        Blanks.prune(sheet.content());
        Integer number = ofPath != null ? ofPath : title.number();
        if (exact.values().keySet().stream().noneMatch(pointer -> pointer.startsWith("/links"))) {
            ProseLinks.read(body, kind, number, sheet);
        }
        warn(front, titled.heading());
        return new Reading(
                kind,
                hint.template() == null ? Dialects.detect(kind, root, front, lines) : hint.template(),
                number,
                Objects.requireNonNullElse(facts.status, Status.DRAFT),
                facts.statusText,
                facts.date,
                facts.dateText,
                facts.lastUpdated,
                sheet.content(),
                facts.record,
                facts.approvals,
                warnings);
    }

    /** Prose before the first section states the problem, or is the summary, where no section is. */
    private void prose(Preamble preamble) {
        String pointer = kind == Kind.ADR ? "/context/problem" : "/summary";
        boolean free = !sheet.has(pointer) && preamble.prose().length() <= Bounds.PROSE;
        if (free && (kind == Kind.RFC || !sheet.has("/context/text"))) {
            sheet.addText(pointer, preamble.prose());
        } else {
            laying.extras().first(preamble.prose());
        }
    }

    /**
     * The one option that its own verdict calls chosen is the choice. Of several only the one that the decision names keeps
     * the verdict; for the others it is a reason, in words.
     */
    private void choose() {
        List<ObjectNode> chosen = new ArrayList<>();
        for (JsonNode option : sheet.at("/options")) {
            if (option.path("verdict").asText().equals("chosen")) {
                chosen.add((ObjectNode) option);
            }
        }
        if (kind == Kind.ADR && chosen.size() == 1 && !sheet.has("/decision/chosen")) {
            sheet.set("/decision/chosen", chosen.get(0).path("name").asText());
        }
        JsonNode named = sheet.at("/decision/chosen");
        chosen.stream()
                .filter(option -> chosen.size() > 1 && !option.path("name").equals(named))
                .forEach(option -> {
                    option.remove("verdict");
                    Verdicts.append(option, "reason", "Chosen");
                });
    }

    private Numbers.Titled title(@Nullable Section heading, @Nullable Integer ofPath) {
        if (heading != null) {
            return Numbers.ofHeading(heading.heading(), ofPath);
        }
        if (facts.title != null) {
            return Numbers.ofHeading(facts.title, ofPath);
        }
        return new Numbers.Titled(null, hint.path() == null ? "" : Titled.ofPath(hint.path()));
    }

    private void finish(String title) {
        String plain = Headings.plain(title);
        boolean marked = !plain.equals(title);
        if (plain.isBlank()) {
            plain = "Untitled";
        }
        if (plain.length() > Bounds.TITLE) {
            laying.extras().first(title);
            plain = plain.substring(0, Bounds.TITLE - 1).strip() + "…";
            warnings.add(new Warning(
                    Lines.of(lines, title), "title-cut", "the title is longer than " + Bounds.TITLE + " characters"));
        } else if (marked && lost(title, plain)) {
            laying.extras().first(title);
        }
        sheet.content().put("title", plain);
        ArrayNode extras = laying.extras().sections();
        sheet.addAll("/extraSections", extras);
    }

    private static boolean lost(String title, String plain) {
        WordCount count = new WordCount();
        count.add(title, 1);
        count.add(plain, -1);
        return !count.nothingLeft();
    }

    private void warn(FrontMatter front, @Nullable Section heading) {
        if (!front.readable()) {
            warnings.add(new Warning(1, "front-matter", "the front matter is no YAML; its words are kept"));
        }
        if (heading == null && facts.title == null) {
            warnings.add(new Warning(1, "no-title", "there is no title; the file's name is taken"));
        }
        if (facts.statusText != null && facts.status == null) {
            warnings.add(new Warning(
                    Lines.of(lines, facts.statusText),
                    "unknown-status",
                    "the status says nothing known; it is taken for a draft"));
        }
        if (facts.statusText == null) {
            warnings.add(new Warning(1, "no-status", "no status is stated; it is taken for a draft"));
        }
    }
}
