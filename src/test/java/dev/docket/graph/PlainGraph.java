package dev.docket.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The graph that looking at every document gives: in memory, by the simplest means. */
final class PlainGraph {

    private static final Map<String, String> PASSIVE = Map.of(
            "superseded-by", "supersedes",
            "amended-by", "amends",
            "required-by", "depends-on",
            "implemented-by", "implements");

    private final Web web;
    private final Predicate<ObjectNode> matches;
    private final Set<String> hidden;

    /** As {@code from rel to}, over all documents. */
    private final Set<List<String>> relations =
            new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));

    PlainGraph(Web web, Set<String> hidden, Predicate<ObjectNode> matches, Set<String> rels) {
        this.web = web;
        this.hidden = hidden;
        this.matches = matches;
        web.documents.forEach((id, document) -> Web.said(document).forEach(said -> {
            String rel = PASSIVE.getOrDefault(said[0], said[0]);
            boolean turned = PASSIVE.containsKey(said[0]);
            if (rels.contains(rel) && !id.equals(said[1])) {
                relations.add(turned ? List.of(said[1], rel, id) : List.of(id, rel, said[1]));
            }
        }));
    }

    /** The ids of what is within the depth, and how far away it is. */
    Map<String, Integer> within(Set<String> start, int depth, boolean out, boolean in) {
        Map<String, Integer> found = new TreeMap<>();
        start.forEach(id -> found.put(id, 0));
        for (int distance = 1; distance <= depth; distance++) {
            for (List<String> relation : relations) {
                step(found, relation.get(0), relation.get(2), distance, out);
                step(found, relation.get(2), relation.get(0), distance, in);
            }
        }
        return found;
    }

    private void step(Map<String, Integer> found, String here, String there, int distance, boolean follow) {
        if (follow && Integer.valueOf(distance - 1).equals(found.get(here)) && shows(there)) {
            found.putIfAbsent(there, distance);
        }
    }

    boolean shows(String id) {
        ObjectNode document = web.documents.get(id);
        return document != null && !hidden.contains(document.path("project").asText()) && matches.test(document);
    }

    /** What the nodes have to do with each other. */
    List<String> among(Set<String> nodes) {
        return relations.stream()
                .filter(each -> nodes.contains(each.get(0)) && nodes.contains(each.get(2)))
                .map(each -> String.join(" ", each))
                .toList();
    }

    /** The supersessions among the nodes that took place, each as {@code older newer}. */
    List<String> supersessions(Set<String> nodes) {
        List<String> steps = new ArrayList<>();
        for (List<String> each : relations) {
            if (each.get(1).equals("supersedes") && nodes.contains(each.get(0)) && nodes.contains(each.get(2))) {
                boolean over = status(each.get(2)).equals("superseded");
                if (over
                        && Set.of("accepted", "deprecated", "superseded", "implemented")
                                .contains(status(each.get(0)))) {
                    steps.add(each.get(2) + " " + each.get(0));
                }
            }
        }
        return steps;
    }

    private String status(String id) {
        return Objects.requireNonNull(web.documents.get(id)).path("status").asText();
    }
}
