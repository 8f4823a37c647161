package dev.docket.document.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The filled-in ADR at the end of the template {@code adr-drivers}, as a client would post it. Its words are the
 * template's own, so they are read from the folder of the templates, where there is one, and are no fixture.
 */
public final class TemplateExample {

    private static final Path FILE =
            Path.of(System.getProperty("docket.templates", "../shared/templates"), "004_4efc96c72ae4705c.txt");

    private static final String BODY = "\\n(.*?)(?=^#|\\z)";

    private final String text;

    private TemplateExample(String text) {
        this.text = text;
    }

    /** The example as it is written, from its title on; empty where the templates are not at hand. */
    static Optional<String> text() {
        if (!Files.isRegularFile(FILE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(FILE).split("## Example ADR\\s+", 2)[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example without its number, date and status, which are the server's; empty where it is not at hand. */
    public static Optional<ObjectNode> read() {
        return text().map(text -> new TemplateExample(text).document());
    }

    private ObjectNode document() {
        var document = object();
        document.put("title", first(text, "^# \\S+ (.*)$").group(1));
        Stream.of(label(text, "Deciders").split(", ")).forEach(document.putArray("deciders")::add);
        document.putObject("story").put("text", label(text, "Technical Story"));
        document.putObject("context")
                .put("problem", section("Context and Problem Statement").strip());
        bullets(document.withObject("/context"), "drivers", section("Decision Drivers"));
        parts("Option").map(TemplateExample::option).forEach(document.putArray("options")::add);
        var outcome = first(section("Decision Outcome"), "^Chosen option: \"(.*)\", because (.*)$");
        document.putObject("decision").put("chosen", outcome.group(1)).put("rationale", outcome.group(2));
        bullets(document.putObject("consequences"), "positive", section("Positive Consequences"));
        bullets(document.withObject("/consequences"), "negative", section("Negative Consequences"));
        parts("Phase")
                .map(TemplateExample::phase)
                .forEach(document.putObject("implementation").putArray("phases")::add);
        bullets(document.putObject("verification"), "criteria", section("Validation Criteria"));
        var review = first(label(text, "Review Date"), "^(\\S+) \\((.*)\\)$");
        document.put("reviewOn", review.group(1)).put("reviewNote", review.group(2));
        matches(section("Links"), "^\\* \\[(.*)]\\((.*)\\)$")
                .map(link -> object().put("text", link.group(1)).put("url", link.group(2)))
                .forEach(document.putArray("references")::add);
        return document;
    }

    private static ObjectNode option(MatchResult part) {
        var body = part.group(2);
        var option = object().put("name", part.group(1))
                .put("description", first(body, "^(\\w.*)$").group(1))
                .put("effort", label(body, "Cost/Effort"));
        bullets(option, "pros", list(body, "Pros"));
        bullets(option, "cons", list(body, "Cons"));
        var risk = first(label(body, "Risk"), "^(\\w+) \\((.*)\\)$");
        option.putObject("riskLevel")
                .put("level", risk.group(1).toLowerCase(Locale.ROOT))
                .put("text", risk.group(2));
        return option;
    }

    private static ObjectNode phase(MatchResult part) {
        var phase = object().put("name", part.group(1)).put("timeline", label(part.group(2), "Timeline"));
        bullets(phase, "deliverables", list(part.group(2), "Deliverables"));
        return phase;
    }

    private String section(String heading) {
        return first(text, "^##+ " + heading + "$" + BODY).group(1);
    }

    /** Name and body of each of the numbered sections of this kind. */
    private Stream<MatchResult> parts(String kind) {
        return matches(text, "^### " + kind + " \\d+: ([^\\n]*)$" + BODY);
    }

    private static String label(String body, String label) {
        return first(body, "^\\*\\*" + label + ":\\*\\* ([^\\n]*?) *$").group(1);
    }

    private static String list(String body, String label) {
        return first(body, "^\\*\\*" + label + ":\\*\\*$((?:\\n\\* [^\\n]*)+)").group(1);
    }

    private static void bullets(ObjectNode owner, String name, String body) {
        matches(body, "^\\* ([^\\n]*)$").map(bullet -> bullet.group(1)).forEach(owner.putArray(name)::add);
    }

    private static MatchResult first(String body, String regex) {
        return matches(body, regex).findFirst().orElseThrow(() -> new AssertionError(regex));
    }

    private static Stream<MatchResult> matches(String body, String regex) {
        // A dot stands for a line break only where a body runs to the next heading.
        var flags = regex.endsWith(BODY) ? Pattern.MULTILINE | Pattern.DOTALL : Pattern.MULTILINE;
        return Pattern.compile(regex, flags).matcher(body).results();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
