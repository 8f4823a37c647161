package dev.docket.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A graph as a Mermaid flowchart (mermaid.js.org, version 11 reads it). Of a title only letters, digits and a few signs
 * stand as they are; all else is an entity code, so that nothing of it can be taken for Mermaid or HTML.
 */
final class Mermaid {

    private static final String PLAIN = " -.,()/";

    private Mermaid() {}

    static String of(Graph graph) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        if (graph.truncated()) {
            text.append("  %% There is more: a part of it is missing.\n");
        }
        Map<String, String> names = new HashMap<>();
        Map<Drawing.Look, List<String>> looks = new HashMap<>();
        for (Node node : graph.nodes()) {
            String name = "n" + names.size();
            names.put(node.id(), name);
            looks.computeIfAbsent(Drawing.Look.of(node.status()), none -> new ArrayList<>())
                    .add(name);
            text.append("  %s[\"%s<br/>%s\"]\n"
                    .formatted(name, Drawing.heading(graph, node), escaped(Drawing.line(node.title()))));
        }
        for (Edge edge : graph.edges()) {
            text.append("  %s -->|%s| %s\n"
                    .formatted(
                            Objects.requireNonNull(names.get(edge.from())),
                            edge.rel().json(),
                            Objects.requireNonNull(names.get(edge.to()))));
        }
        text.append("  classDef open stroke-dasharray:5\n  classDef over opacity:0.5\n");
        style(text, "open", looks.get(Drawing.Look.OPEN));
        style(text, "over", looks.get(Drawing.Look.OVER));
        return text.toString();
    }

    private static void style(StringBuilder text, String name, @Nullable List<String> nodes) {
        if (nodes != null) {
            text.append("  class ")
                    .append(String.join(",", nodes))
                    .append(' ')
                    .append(name)
                    .append('\n');
        }
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        line.codePoints().forEach(each -> {
            if (Character.isLetterOrDigit(each) || PLAIN.indexOf(each) >= 0) {
                escaped.appendCodePoint(each);
            } else {
                escaped.append('#').append(each).append(';');
            }
        });
        return escaped.toString();
    }
}
