package dev.docket.markdown.source;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Entries of a front matter in YAML. Its nodes are read and no object is built of them, so that a value stands as it is
 * written ({@code 0012} is no octal number, a date no instant), a tag has no effect and an alias is never unfolded.
 */
final class Yaml {

    private static final int MOST_ALIASES = 20;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 1 << 20;

    private final List<String> lines;
    private final int firstLine;
    private final int[] text;

    private Yaml(List<String> lines, int firstLine, String text) {
        this.lines = lines;
        this.firstLine = firstLine;
        this.text = text.codePoints().toArray();
    }

    /** Empty where this is no YAML, or no map. */
    static Optional<List<FrontMatter.Entry>> entries(List<String> lines, int firstLine) {
        String text = String.join("\n", lines) + "\n";
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Node root = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options())).compose(new StringReader(text));
            return root instanceof MappingNode map && map.getTag().equals(Tag.MAP)
                    ? new Yaml(lines, firstLine, text).entries(map)
                    : Optional.empty();
        } catch (YAMLException broken) {
            return Optional.empty();
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        return options;
    }

    private Optional<List<FrontMatter.Entry>> entries(MappingNode map) {
        List<FrontMatter.Entry> entries = new ArrayList<>();
        List<NodeTuple> pairs = map.getValue();
        for (int at = 0; at < pairs.size(); at++) {
            NodeTuple pair = pairs.get(at);
            if (!(pair.getKeyNode() instanceof ScalarNode key) || own(pair.getValueNode())) {
                return Optional.empty();
            }
            int line = key.getStartMark().getLine();
            int from = at == 0 ? 0 : line;
            int to = at + 1 == pairs.size()
                    ? lines.size()
                    : pairs.get(at + 1).getKeyNode().getStartMark().getLine();
            entries.add(new FrontMatter.Entry(
                    Text.readable(key.getValue()).toLowerCase(Locale.ROOT).strip(),
                    values(pair.getValueNode()),
                    firstLine + line,
                    List.copyOf(lines.subList(from, Math.max(from, to)))));
        }
        return Optional.of(List.copyOf(entries));
    }

    /** Whether the value is of a type that is not YAML's own. */
    private static boolean own(Node value) {
        return !value.getTag().startsWith(Tag.PREFIX);
    }

    private List<String> values(Node value) {
        if (!(value instanceof SequenceNode list)) {
            return value(value).map(List::of).orElse(List.of());
        }
        return list.getValue().stream()
                .map(this::value)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> value(Node node) {
        boolean none = node.getTag().equals(Tag.NULL);
        String value = node instanceof ScalarNode scalar
                ? Text.readable(scalar.getValue()).strip()
                : source(node);
        return none || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private String source(Node node) {
        int from = node.getStartMark().getIndex();
        int to = Math.min(node.getEndMark().getIndex(), text.length);
        int indent = node.getStartMark().getColumn();
        List<String> written = new String(text, from, Math.max(0, to - from))
                .lines()
                .map(line -> Lines.outdented(line, indent))
                .toList();
        return Lines.trimmed(written).strip();
    }
}
