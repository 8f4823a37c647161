package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.Original;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import dev.docket.markdown.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file while an import is planned: what it is, and what is to become of it. */
final class Planned {

    private static final int MAX_WARNINGS = 100;

    final Fact fact;
    final @Nullable Original original;
    final Outcome outcome;
    final List<Warning> warnings;
    Status status;
    List<Link> links = new ArrayList<>();
    private int number;
    private @Nullable String by;

    Planned(Fact fact, @Nullable Original original) {
        this.fact = fact;
        this.original = original;
        this.outcome = outcome(fact, original);
        this.warnings = new ArrayList<>(fact.warnings());
        this.status = fact.status();
        this.number = original == null ? 0 : original.number();
    }

    private static Outcome outcome(Fact fact, @Nullable Original original) {
        if (original == null) {
            return Outcome.CREATED;
        }
        if (original.sha256().equals(fact.sha256())) {
            return Outcome.UNCHANGED;
        }
        return original.master() ? Outcome.REVISED : Outcome.CONFLICT;
    }

    /** Whether the document is going to say what the file says. */
    boolean isWritten() {
        return outcome == Outcome.CREATED || outcome == Outcome.REVISED;
    }

    /** Whether it is to be written under another path than before, and nothing else. */
    boolean isMoved() {
        return outcome == Outcome.UNCHANGED
                && original != null
                && fact.path() != null
                && !fact.path().equals(original.path());
    }

    int number() {
        return number;
    }

    void number(int given) {
        number = given;
    }

    Address address(String project) {
        return new Address(fact.kind(), project, number);
    }

    void supersededBy(Address successor) {
        status = Status.SUPERSEDED;
        by = successor.ref();
    }

    void link(Rel rel, Address target) {
        boolean said = links.stream()
                .anyMatch(link -> link.rel() == rel && target.ref().equals(link.target()));
        if (!said) {
            links.add(new Link(null, null, rel, target.ref(), null));
        }
    }

    void warn(String code, String detail) {
        warn(1, code, detail);
    }

    /** A warning about one of its links. */
    void warn(Link link, String code, String detail) {
        warn(fact.lines().getOrDefault(String.valueOf(link.target()), 1), code, detail);
    }

    private void warn(int line, String code, String detail) {
        if (warnings.size() < MAX_WARNINGS) {
            warnings.add(new Warning(line, code, detail));
        }
    }

    Step step() {
        return new Step(
                fact.kind(), number, original == null ? null : original.document(), status, by, List.copyOf(links));
    }

    @Override
    public String toString() {
        return Objects.toString(fact.path(), "a file") + " " + outcome.json();
    }
}
