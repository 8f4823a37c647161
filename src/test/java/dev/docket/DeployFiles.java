package dev.docket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What lies in {@code deploy}, as data. */
final class DeployFiles {
    static final Path ROOT = Path.of("deploy");
    static final Path RULES = ROOT.resolve("prometheus/docket-rules.yml");
    static final Path RULE_TESTS = ROOT.resolve("prometheus/docket-rules.test.yml");
    static final Path DASHBOARD = ROOT.resolve("grafana/dashboards/docket.json");
    static final Path COMPOSE = ROOT.resolve("compose.yaml");

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((.+),\\s*\\w+\\s*\\)");

    private DeployFiles() {}

    /**
     * The metric names that a scrape of the service has to show: all that the rules, the panels and the dashboard's
     * variables ask for, less those that the rules themselves record and {@code up}, which is Prometheus' own.
     */
    static Set<String> metricNames() {
        var names = new TreeSet<String>();
        expressions().map(PromQl::metricNames).forEach(names::addAll);
        names.removeAll(read(RULES).findValuesAsText("record"));
        names.remove("up");
        return names;
    }

    private static Stream<String> expressions() {
        Stream<String> variables = items(read(DASHBOARD).at("/templating/list"))
                .filter(variable -> variable.path("type").asText().equals("query"))
                .map(variable -> labelled(variable.path("query").path("query").asText()));
        return Stream.of(
                        read(RULES).findValuesAsText("expr").stream(),
                        read(DASHBOARD).findValuesAsText("expr").stream(),
                        variables)
                .flatMap(expressions -> expressions);
    }

    private static String labelled(String query) {
        var match = LABEL_VALUES.matcher(query);
        if (!match.matches()) {
            throw new IllegalArgumentException("not label_values(metric, label): " + query);
        }
        return match.group(1);
    }

    /** All files with this ending, in order. */
    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JSON or YAML file, whose aliases and merges are resolved and in which no key stands twice. */
    static JsonNode read(Path file) {
        try {
            if (file.toString().endsWith(".json")) {
                return JSON.readTree(text(file));
            }
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            return JSON.valueToTree(new Yaml(new SafeConstructor(options)).load(text(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<JsonNode> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
