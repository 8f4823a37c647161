package dev.docket.graph;

/**
 * A graph in the DOT language (graphviz.org/doc/info/lang.html). All text stands in quotes; in them a quote and a
 * backslash are escaped, and an ampersand, which would begin an entity of HTML.
 */
final class Graphviz {

    private Graphviz() {}

    static String of(Graph graph) {
        StringBuilder text = new StringBuilder("digraph docket {\n");
        if (graph.truncated()) {
            text.append("  // There is more: a part of it is missing.\n");
        }
        text.append("  rankdir=LR\n  node [shape=box]\n");
        for (Node node : graph.nodes()) {
            text.append("  \"%s\" [label=\"%s\\n%s\"%s]\n"
                    .formatted(
                            node.id(), Drawing.heading(graph, node), escaped(Drawing.line(node.title())), style(node)));
        }
        for (Edge edge : graph.edges()) {
            text.append("  \"%s\" -> \"%s\" [label=\"%s\"]\n"
                    .formatted(edge.from(), edge.to(), edge.rel().json()));
        }
        return text.append("}\n").toString();
    }

    private static String style(Node node) {
        return switch (Drawing.Look.of(node.status())) {
            case IN_FORCE -> "";
            case OPEN -> " style=dashed";
            case OVER -> " color=gray fontcolor=gray";
        };
    }

    private static String escaped(String line) {
        return line.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;");
    }
}
