package dev.docket.graph;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.api.ProblemType;
import dev.docket.document.Address;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Graphs of documents: those that a walk comes to, and all that they say about each other. What does not match the
 * filter, or may not be read, is no node, and no walk leads over it.
 */
@ApplicationScoped
class Graphs {

    static final int MAX_NODES = 2_000;
    static final int MAX_EDGES = 20_000;

    private final Callers callers;
    private final Projects projects;
    private final Neighbours neighbours;

    Graphs(Callers callers, Projects projects, Neighbours neighbours) {
        this.callers = callers;
        this.projects = projects;
        this.neighbours = neighbours;
    }

    /** A project's documents, and those of other projects that are one edge away; 404 where there is no such project. */
    Graph ofProject(String key, Filter filter) {
        Caller caller = callers.current();
        projects.standing(caller, key); // or 404
        Walk walk = new Walk(neighbours, filter, caller, MAX_NODES);
        walk.go(neighbours.ofProject(key, filter, MAX_NODES + 1), Towards.BOTH, 1);
        return graph(key, null, walk, filter);
    }

    /** A document, whether it matches or not, and what is at most so many edges away; 404 where there is none. */
    Graph around(Address address, Filter filter, Towards towards, int depth) {
        return around(address, filter, towards, depth, callers.current(), MAX_NODES);
    }

    /** As above, with so many nodes at most. */
    Graph around(Address address, Filter filter, Towards towards, int depth, Caller caller, int most) {
        Found start = neighbours
                .one(address, caller)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no " + address.subject() + "."));
        Walk walk = new Walk(neighbours, filter, caller, most);
        return graph(address.project(), start, walk.go(List.of(start), towards, depth), filter);
    }

    private Graph graph(String project, @Nullable Found around, Walk walk, Filter filter) {
        List<Tie> said = walk.found().isEmpty()
                ? List.of()
                : neighbours.among(walk.found().keySet(), filter, MAX_EDGES + 1);
        boolean cut = said.size() > MAX_EDGES;
        Set<Tie> ties = Set.copyOf(cut ? said.subList(0, MAX_EDGES) : said);
        return Graph.of(project, around, walk.found(), ties, walk.truncated() || cut);
    }
}
