package dev.docket.graph;

import dev.docket.document.content.Status;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What the texts that tools draw have in common. */
final class Drawing {

    static final String MERMAID = "text/vnd.mermaid";
    static final String GRAPHVIZ = "text/vnd.graphviz";

    /** For {@code @Produces} beside JSON: whoever does not say what it accepts gets JSON. */
    static final String SECOND = ";qs=0.5";

    private Drawing() {}

    /** How a document looks: what holds, what is open, and what is over. */
    enum Look {
        IN_FORCE,
        OPEN,
        OVER;

        static Look of(Status status) {
            return status.inForce() ? IN_FORCE : status.open() ? OPEN : OVER;
        }
    }

    static RestResponse<Graph> json(Graph graph) {
        return ResponseBuilder.ok(graph)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    static RestResponse<String> text(String text, String type) {
        return ResponseBuilder.ok(text, type + ";charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The first line of a node: its ref, with its project where that is not the graph's, and its status. */
    static String heading(Graph graph, Node node) {
        String name = node.project().equals(graph.project()) ? node.ref() : node.id();
        return "%s (%s)".formatted(name, node.status().json());
    }

    /** What was said, on one line: no control characters, and none that turn the direction of writing. */
    static String line(String title) {
        return title.codePoints()
                .filter(each -> !turns(each))
                .map(each -> breaks(each) ? ' ' : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static boolean breaks(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static boolean turns(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
