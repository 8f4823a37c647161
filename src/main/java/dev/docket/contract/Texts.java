package dev.docket.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Says which operations speak a text format beside JSON: in the code each format has methods of its own. */
final class Texts {

    private static final String MARKDOWN = "text/markdown";
    private static final String DIFF = "text/x-diff";
    private static final String LINES = "application/x-ndjson";
    private static final String STREAM = "text/event-stream";

    private static final String MERMAID = "text/vnd.mermaid";
    private static final String GRAPHVIZ = "text/vnd.graphviz";

    private static final Pattern GRAPH = Pattern.compile("get(Project|Adr|Rfc)Graph");
    private static final Pattern DOCUMENT = Pattern.compile("get(Adr|Rfc)(Revision)?");
    private static final Pattern COMPARISON = Pattern.compile("diff(Adr|Rfc)Revisions");
    private static final Pattern LIST = Pattern.compile("list(Adrs|Rfcs|Documents)");
    private static final Pattern CREATION = Pattern.compile("create(Adr|Rfc)");

    private final OpenAPI api;

    Texts(OpenAPI api) {
        this.api = api;
    }

    void add() {
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(item -> item.getOperations().values().forEach(Texts::add));
    }

    private static void add(Operation operation) {
        String id = operation.getOperationId();
        if (DOCUMENT.matcher(id).matches()) {
            answers(operation, MARKDOWN, "The document in Markdown.");
            template(
                    operation,
                    "The template to write Markdown in; the one that the document came in when left out, "
                            + "else adr-drivers or rfc.");
            describe(operation, "As text/markdown its ETag is weak: good for If-None-Match, never for If-Match.");
        } else if (COMPARISON.matcher(id).matches()) {
            answers(operation, DIFF, "What differs in Markdown, line by line; empty where nothing does.");
            template(
                    operation,
                    "The template to compare Markdown in; the one that the document came in when left "
                            + "out, else adr-drivers or rfc.");
            describe(operation, "As text/x-diff, a unified diff of the two in Markdown.");
        } else if (LIST.matcher(id).matches()) {
            answers(operation, LINES, "The items of the whole list, a line of JSON each.");
            describe(
                    operation,
                    "As application/x-ndjson, the whole list from the cursor on, one item a line; without limit and "
                            + "facets. Where it cannot be brought to its end, the connection is cut.");
        } else if (CREATION.matcher(id).matches()) {
            operation.getRequestBody().getContent().addMediaType(MARKDOWN, text("A filled template."));
            template(operation, "The template that Markdown is to be read in; the one it looks like when left out.");
            describe(
                    operation,
                    "A filled template is a proposal as well: a status, record, date or tick in it, and "
                            + "what it links to that is not there, is kept as text and moves nothing.");
        } else if (GRAPH.matcher(id).matches()) {
            answers(operation, MERMAID, "The graph as a Mermaid flowchart.");
            answers(operation, GRAPHVIZ, "The graph in the DOT language of Graphviz.");
        } else if (id.equals("verifyProject")) {
            answers(
                    operation,
                    LINES,
                    "The log itself, for the command verify: a line that says start, one for each entry of the chain "
                            + "with its revision and content, and one that says end.");
            describe(operation, "As application/x-ndjson, the log itself, to be verified elsewhere.");
        } else if (id.equals("getTemplate")) {
            answers(operation, MARKDOWN, "The blank alone.");
        } else if (id.equals("listEvents")) {
            stream(operation);
        }
    }

    private static void answers(Operation operation, String type, String description) {
        var ok = operation.getResponses().getAPIResponse("200");
        Content content = ok.getContent();
        content.addMediaType(type, text(description));
        ok.addHeader(
                "Vary",
                Errors.header("The media type depends on Accept.", "Accept").required(true));
    }

    private static void stream(Operation operation) {
        answers(operation, STREAM, "Each event as one line of data, whose id is its cursor.");
        parameter(
                operation,
                OASFactory.createParameter()
                        .name("Last-Event-ID")
                        .in(Parameter.In.HEADER)
                        .description("The id that came last: the stream goes on after it. Only for the stream.")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .maxLength(30))
                        .example("4711"));
        describe(
                operation,
                "As text/event-stream it is a live stream (Server-Sent Events) that begins after Last-Event-ID or the "
                        + "cursor, else with what happens from now on, and sends a comment with the newest cursor where "
                        + "nothing happens for 15 seconds. It ends when the token does; a reader that is too slow is cut off.");
    }

    private static void parameter(Operation operation, Parameter parameter) {
        List<Parameter> parameters = new ArrayList<>(operation.getParameters());
        parameters.add(parameter);
        operation.setParameters(parameters);
    }

    private static void template(Operation operation, String description) {
        parameter(
                operation,
                OASFactory.createParameter()
                        .name("template")
                        .in(Parameter.In.QUERY)
                        .description(description + " Only with Markdown.")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .maxLength(100))
                        .example(operation.getOperationId().contains("Rfc") ? "rfc" : "adr-drivers"));
    }

    private static void describe(Operation operation, String more) {
        operation.setDescription(operation.getDescription() + " " + more);
    }

    private static org.eclipse.microprofile.openapi.models.media.MediaType text(String description) {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .description(description));
    }
}
