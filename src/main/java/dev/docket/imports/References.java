package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.Original;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the links of files mean here: files name each other by their own numbers, which some of them could not keep. A
 * target that is not there stays as it was written, with a warning.
 */
final class References {

    private final String project;
    private final Map<Address, List<Planned>> files = new HashMap<>();
    private final Map<Address, Address> imported = new HashMap<>();
    private final Set<Address> present;

    /**
     * @param planned all files that are documents
     * @param originals what was imported before
     * @param present the documents that have a number which a file names
     */
    References(String project, List<Planned> planned, List<Original> originals, Set<Address> present) {
        this.project = project;
        this.present = present;
        for (Planned file : planned) {
            if (file.fact.number() != null) {
                files.computeIfAbsent(
                                new Address(file.fact.kind(), project, file.fact.number()), none -> new ArrayList<>())
                        .add(file);
            }
        }
        for (Original original : originals) {
            if (original.ownNumber() != null) {
                imported.putIfAbsent(
                        new Address(original.kind(), project, original.ownNumber()),
                        new Address(original.kind(), project, original.number()));
            }
        }
    }

    /** Gives a file that is written its links. */
    void resolve(Planned file) {
        Set<String> said = new HashSet<>();
        for (Link link : file.fact.links()) {
            Link meant = meant(file, link);
            if (meant != null && said.add(meant.rel() + " " + meant.target()) && said.size() <= Bounds.LINKS) {
                file.links.add(meant);
            }
        }
    }

    private @Nullable Link meant(Planned file, Link link) {
        Rel rel = Objects.requireNonNull(link.rel());
        Address named = rel.betweenDocuments() ? Address.parse(String.valueOf(link.target()), project) : null;
        if (named == null || !named.project().equals(project)) {
            return rel.betweenDocuments() && named == null ? outside(file, link) : link;
        }
        Address target = target(file, named, link.title());
        if (target == null) {
            file.warn(link, "unknown-reference", "There is no %s to be found; the link stays.".formatted(named.ref()));
            target = named;
        }
        if (target.equals(file.address(project))) {
            file.warn(link, "itself", "It names itself, as %s; that is no link.".formatted(named.ref()));
            return null;
        }
        boolean otherSeries = target.kind() != file.fact.kind() && (rel == Rel.SUPERSEDES || rel == Rel.SUPERSEDED_BY);
        return new Link(null, null, otherSeries ? Rel.RELATES_TO : rel, target.ref(), link.title());
    }

    /** A link between documents that names none is a hint for people. */
    private static Link outside(Planned file, Link link) {
        file.warn(link, "unknown-reference", "%s is no document here; the link stays.".formatted(link.target()));
        return new Link(null, null, Rel.DISCUSSION, link.target(), link.title());
    }

    private @Nullable Address target(Planned from, Address named, @Nullable String title) {
        List<Planned> candidates = files.getOrDefault(named, List.of()).stream()
                .filter(each -> each != from)
                .toList();
        if (!candidates.isEmpty()) {
            return candidates.stream()
                    .filter(each -> each.fact.title().equals(title))
                    .findFirst()
                    .or(() -> candidates.stream()
                            .filter(each -> each.number() == named.number())
                            .findFirst())
                    .orElse(candidates.get(0))
                    .address(project);
        }
        Address before = imported.get(named);
        return before != null ? before : present.contains(named) ? named : itself(from, named);
    }

    private @Nullable Address itself(Planned from, Address named) {
        return files.getOrDefault(named, List.of()).contains(from) ? from.address(project) : null;
    }
}
