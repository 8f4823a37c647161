package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.source.Outline;
import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays the sections of a file over the members of a document. What is laid must keep every word: a section that loses
 * one is taken back and kept as it is.
 */
final class Laying {

    private final Facts facts;
    private final Sheet sheet;
    private final Places places;
    private final Extras extras = new Extras();
    private final Set<String> taken = new HashSet<>();
    /** In characters: a file of a thousand sections that all have places keeps the later ones as they are. */
    private static final long MOST_WORK = 40_000_000;

    private long laid;
    private long work;
    private final List<Left> pending = new ArrayList<>();

    /** What a place at the top did not take of its section: a section of its own, under the same heading. */
    private record Left(String heading, String text, String after) {}

    Laying(Facts facts) {
        this.facts = facts;
        this.sheet = facts.sheet;
        this.places = Places.of(facts.kind);
    }

    Extras extras() {
        return extras;
    }

    /** Lays the sections at the top; the decision comes last, for it names an option that may stand below it. */
    void lay(List<Section> sections) {
        List<Runnable> later = new ArrayList<>();
        String after = null;
        for (Section section : facts.kind == Kind.ADR ? Hoisted.of(sections) : sections) {
            Optional<Place> place = places.find(section.heading(), null);
            if (place.isPresent() && place.get().member().equals("/decision")) {
                Extras here = new Extras();
                extras.reserve(here);
                String then = after;
                later.add(() -> decide(section, place.get(), here, then));
                after = place.get().member();
            } else if (FactSections.known(section) && attempt(section, () -> new FactSections(facts).read(section))) {
                sheet.label(section.heading());
            } else if (YStatement.is(section) && attempt(section, () -> YStatement.read(section, sheet))) {
                after = "/decision";
            } else if (place.isPresent() && attempt(section, () -> lay(section, place.get()))) {
                after = place.get().member();
                flush(extras);
            } else if (Options.misplaced(section, sheet) && attempt(section, () -> Options.join(section, sheet))) {
                after = "/options";
            } else {
                extras.add(section, after);
            }
        }
        later.forEach(Runnable::run);
    }

    private void decide(Section section, Place place, Extras here, @Nullable String after) {
        if (attempt(section, () -> lay(section, place))) {
            flush(here);
        } else {
            here.add(section, after);
        }
    }

    private void flush(Extras to) {
        pending.forEach(left -> {
            Section rest = Outline.of(left.text().lines().toList(), 1);
            to.add(new Section(1, left.heading(), 0, 0, rest.body(), rest.sections()), left.after());
        });
        pending.clear();
    }

    /** Runs it; takes all back where it says no, loses a word, or brings what is beyond a bound. */
    private boolean attempt(Section section, java.util.function.BooleanSupplier reading) {
        int size = section.lines().stream().mapToInt(String::length).sum();
        if (work > MOST_WORK) {
            return false;
        }
        // What is compared is all that was laid so far, and this section.
        work += laid + size;
        Sheet before = sheet.copy();
        String factsBefore = facts.words();
        pending.clear();
        Runnable restore = facts.restorer();
        Set<String> takenBefore = new HashSet<>(taken);
        int labels = sheet.labels().size();
        boolean good = reading.getAsBoolean()
                && Limits.keeps(facts.kind, sheet.content())
                && keepsWords(section, before, factsBefore, labels);
        if (!good) {
            sheet.restore(before);
            restore.run();
            taken.clear();
            taken.addAll(takenBefore);
            pending.clear();
        } else {
            laid += size;
        }
        return good;
    }

    private boolean keepsWords(Section section, Sheet before, String factsBefore, int labels) {
        WordCount count = new WordCount();
        count.add(String.join("\n", section.lines()), 1);
        count.add(String.join(" ", sheet.labels().subList(labels, sheet.labels().size())), -1);
        count.change(before.content(), sheet.content());
        String factsNow = facts.words();
        if (!factsNow.equals(factsBefore)) {
            count.add(factsNow, -1);
            count.add(factsBefore, 1);
        }
        pending.forEach(each -> count.add(each.heading() + "\n" + each.text(), -1));
        return count.nothingLeft();
    }

    /** Lays one section; false where its place takes none of it. */
    private boolean lay(Section section, Place place) {
        if (!place.shape().grows() && !taken.add(place.pointer() + (place.group() ? "" : "!"))) {
            return false;
        }
        return place.group() ? group(section, place) : leaf(section, place);
    }

    private boolean leaf(Section section, Place place) {
        if (!place.shape().grows() && sheet.has(place.pointer())) {
            return false;
        }
        Place parent = place.parent().isEmpty() ? null : places.at(place.parent());
        List<Section> own = new ArrayList<>();
        List<Section> others = new ArrayList<>();
        for (Section each : section.sections()) {
            boolean placed = place.shape() instanceof Prose
                    && parent != null
                    && places.find(each.heading(), parent).isPresent();
            (placed ? others : own).add(each);
        }
        ObjectNode before = sheet.content().deepCopy();
        String rest = place.shape().read(Piece.of(section).with(own), place.pointer(), sheet);
        if (before.equals(sheet.content()) && others.isEmpty() && !rest.isBlank()) {
            return false;
        }
        sheet.label(section.heading());
        if (!rest.isBlank()) {
            rest(section, place, rest);
        }
        others.forEach(each -> below(each, parent));
        return true;
    }

    private void rest(Section section, Place place, String rest) {
        if (place.parent().isEmpty()) {
            pending.add(new Left(section.heading(), rest, place.member()));
        } else {
            sheet.addText(place.parent() + "/text", rest);
        }
    }

    private boolean group(Section section, Place group) {
        sheet.label(section.heading());
        List<Section> placed = new ArrayList<>();
        List<Section> own = new ArrayList<>();
        List<Section> phases = new ArrayList<>();
        for (Section each : section.sections()) {
            boolean phase = hasPhases(group) && Phases.isPhase(each);
            boolean known = places.find(each.heading(), group).isPresent();
            (phase ? phases : known ? placed : own).add(each);
        }
        if (group.pointer().equals("/decision")) {
            placed.stream().filter(each -> leads(each, "/options")).forEach(each -> below(each, group));
            placed.removeIf(each -> leads(each, "/options"));
        }
        boolean explicit = placed.stream().anyMatch(each -> leads(each, "/context/problem"));
        body(section, group, own, explicit);
        Phases.SHAPE.read(new Piece("", phases, section.level()), group.pointer() + "/phases", sheet);
        placed.forEach(each -> below(each, group));
        return true;
    }

    private boolean leads(Section section, String pointer) {
        return places.find(section.heading(), null)
                .filter(place -> place.pointer().equals(pointer))
                .isPresent();
    }

    private boolean hasPhases(Place group) {
        return places.below(group.pointer()).stream()
                .anyMatch(place -> place.pointer().endsWith("/phases"));
    }

    /** What stands right under the heading of an object: labelled members of it, and its prose. */
    private void body(Section section, Place group, List<Section> own, boolean explicitProblem) {
        Map<String, Place> labels = places.below(group.pointer()).stream()
                .filter(place -> !place.group() && labelled(place))
                .flatMap(place -> place.names().stream().map(name -> Map.entry(name, place)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one));
        List<String> rest = new ArrayList<>();
        for (Labelled part : labels.isEmpty()
                ? List.of(new Labelled("", section.text()))
                : Labels.cut(section.text(), labels::containsKey)) {
            Place member = part.label().isEmpty() ? null : labels.get(part.name());
            if (member == null || !taken.add(member.pointer() + "!")) {
                rest.add(member == null ? part.text() : "**" + part.label() + ":** " + part.text());
            } else {
                sheet.label(part.label());
                rest.add(member.shape().read(Piece.of(part.text()), member.pointer(), sheet));
            }
        }
        rest.removeIf(String::isBlank);
        Piece piece = new Piece(String.join("\n\n", rest), own, section.level());
        Shape shape = explicitProblem && group.shape() instanceof Problem ? Rest.SHAPE : group.shape();
        if (!piece.blank()) {
            sheet.addText(group.text(), shape.read(piece, group.pointer(), sheet));
        }
    }

    /** Members that labels may stand for; an ADR's have headings, so that a bold word in its prose is just that. */
    private boolean labelled(Place place) {
        return facts.kind == Kind.RFC
                && !place.pointer().endsWith("/text")
                && (place.shape() instanceof Prose || place.shape() instanceof Bullets);
    }

    private void below(Section section, @Nullable Place within) {
        Place place = places.find(section.heading(), within).orElseThrow();
        if (!lay(section, place) && within != null) {
            sheet.addText(within.text(), Piece.whole(section, Math.max(0, section.level() - 1)));
        }
    }
}
