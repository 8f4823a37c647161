package dev.docket.markdown;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Common;
import dev.docket.document.content.Kind;
import dev.docket.document.content.RfcSections;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Documents of arbitrary content, as an API lets them in: any member, any Markdown in it. */
final class RandomDocuments {

    /** Members that the server gives, or that are made whole below. */
    private static final Set<String> APART = Set.of(
            "id",
            "version",
            "severity",
            "approvals",
            "title",
            "tags",
            "components",
            "extraSections",
            "after",
            "chosen");

    private static final List<String> LINES = List.of(
            "Plain words",
            "a | b",
            "**bold** start",
            "*em* and _em_",
            "`code` here",
            "[link](https://x.example/a_b)",
            "ADR-0007: something",
            "12. numbered",
            "# no heading",
            "Good, because it is",
            "Pros: none",
            "a, b; c",
            "Option 2: Kafka",
            "(Rejected)",
            "x <y> z",
            "<!-- remark -->",
            "ends with \\",
            "trailing hash #",
            "50 %",
            "“quoted”",
            "\"quoted\"",
            "é ü 漢字 🎉",
            "- dash",
            "key: value",
            "Status: Accepted",
            "[ ] box",
            "none",
            "2026-02-30",
            "because",
            "&amp; &lt;",
            "a\tb",
            "~~~",
            "```",
            "N/A",
            "[placeholder]",
            "1",
            "***",
            "|",
            "Supersedes ADR-0003",
            "+",
            "> quote");
    private static final List<String> BLOCKS = List.of(
            "A paragraph\nover two lines.",
            "- one\n- two\n  - nested",
            "1. first\n2. second",
            "```java\nint x = 1;\n# not a heading\n```",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
            "# Sub\n\ntext",
            "## Deep\n\n### Deeper\n\ntext",
            "> quoted\n> twice",
            "<div>\nhtml\n</div>",
            "***",
            "**Pros:**\n\n- inside",
            "**Rationale:** inline",
            "Setext\n======",
            "    indented code",
            "[ref]: https://x.example",
            "- [ ] task\n- [x] done",
            "```\nnever closed",
            "<!-- never closed",
            "Consequences",
            "* a\n\n  b",
            "Chosen option: \"X\", because Y",
            "~~~\ntilde\n~~~",
            "line with two blanks  \nand a break");

    private final Random random;
    private final Kind kind;

    RandomDocuments(long seed, Kind kind) {
        this.random = new Random(seed);
        this.kind = kind;
    }

    /** A document's JSON, envelope and all. */
    ObjectNode next() {
        ObjectNode document = object(Common.class);
        document.setAll(object(kind == Kind.ADR ? AdrSections.class : RfcSections.class));
        document.put("title", line().strip().replaceAll("\\s+", " "));
        labels(document, "tags");
        labels(document, "components");
        settle(document);
        extras(document);
        document.put("kind", kind.json()).put("number", 7).put("ref", kind.prefix() + "-0007");
        return document.put("status", "accepted").put("date", "2026-11-25").put("lastUpdated", "2026-11-26");
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            if (!APART.contains(name) && random.nextInt(10) < 4) {
                object.set(name, value(component.getGenericType(), name));
            }
        }
        return object;
    }

    private JsonNode value(Type type, String name) {
        if (type instanceof ParameterizedType list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            for (int i = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(3); i > 0; i--) {
                array.add(value(list.getActualTypeArguments()[0], "item"));
            }
            return array;
        }
        Class<?> of = (Class<?>) type;
        if (of.isRecord()) {
            return object(of);
        }
        if (of.isEnum()) {
            Object[] constants = of.getEnumConstants();
            return TextNode.valueOf(constants[random.nextInt(constants.length)]
                    .toString()
                    .toLowerCase(java.util.Locale.ROOT)
                    .replace('_', '-'));
        }
        if (of == Boolean.class) {
            return BooleanNode.valueOf(random.nextBoolean());
        }
        if (of == Integer.class) {
            return IntNode.valueOf(1 + random.nextInt(6));
        }
        if (of == LocalDate.class) {
            return TextNode.valueOf(
                    LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900)).toString());
        }
        return TextNode.valueOf(Set.of("name", "author", "group", "heading").contains(name) ? line() : text());
    }

    private String line() {
        return LINES.get(random.nextInt(LINES.size()));
    }

    private String text() {
        if (random.nextInt(3) > 0) {
            return line();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(random.nextBoolean() ? line() : BLOCKS.get(random.nextInt(BLOCKS.size())));
        }
        return text.toString();
    }

    private void labels(ObjectNode document, String member) {
        if (random.nextBoolean()) {
            document.putArray(member).add("payments").add("ledger-" + random.nextInt(9));
        }
    }

    /** The rules of parts: names and descriptions are there, links have targets, the choice is one fact. */
    private void settle(ObjectNode document) {
        document.path("risks").forEach(risk -> ((ObjectNode) risk).put("description", text()));
        document.path("links").forEach(link -> {
            String rel = link.path("rel").asText("relates-to");
            boolean outside =
                    Set.of("ticket", "code", "design-doc", "discussion").contains(rel);
            ((ObjectNode) link).put("rel", rel).put("target", outside ? line() : "ADR-00" + (10 + random.nextInt(80)));
        });
        document.path("options").forEach(option -> {
            ((ObjectNode) option).put("name", line());
            if (option.path("verdict").asText().equals("chosen")) {
                ((ObjectNode) option).remove("verdict");
            }
        });
        if (kind == Kind.ADR && !document.path("options").isEmpty() && random.nextBoolean()) {
            ObjectNode chosen = (ObjectNode) document.path("options").get(0);
            chosen.put("verdict", "chosen");
            document.withObject("/decision").put("chosen", chosen.path("name").asText());
        }
    }

    private void extras(ObjectNode document) {
        List<String> after = Arrays.asList("/context", "/summary", "/options", "/risks", null);
        for (int i = random.nextInt(4); i > 0; i--) {
            ObjectNode extra = document.withArray("/extraSections").addObject();
            if (random.nextInt(5) > 0) {
                extra.put("heading", line()).put("level", 1 + random.nextInt(6));
            }
            extra.put("text", text());
            String place = after.get(random.nextInt(after.size()));
            if (place != null) {
                extra.put("after", place);
            }
        }
    }
}
