package dev.docket.markdown.http;

import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which links a new document of a kind can have in a project.
 *
 * @param there picks of some addresses those that have a document which the caller may read
 */
record NewLinks(Kind kind, String project, UnaryOperator<Set<Address>> there) {

    /** Those of the links that the document cannot have. */
    Set<Link> refused(List<Link> links) {
        Set<Address> targets =
                links.stream().map(this::target).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<Address> found = targets.isEmpty() ? Set.of() : there.apply(targets);
        return links.stream().filter(link -> !possible(link, found)).collect(Collectors.toSet());
    }

    private boolean possible(Link link, Set<Address> found) {
        Rel rel = Objects.requireNonNull(link.rel());
        if (!rel.betweenDocuments()) {
            return true;
        }
        Address target = target(link);
        if (target == null || !found.contains(target)) {
            return false;
        }
        // A document is superseded by a transition only, and only by one of its own series.
        return switch (rel) {
            case SUPERSEDED_BY -> false;
            case SUPERSEDES -> target.kind() == kind && target.project().equals(project);
            default -> true;
        };
    }

    /** Null where it is no document, or none that a ref names. */
    private @Nullable Address target(Link link) {
        return Objects.requireNonNull(link.rel()).betweenDocuments()
                ? Address.parse(Objects.requireNonNull(link.target()), project)
                : null;
    }
}
