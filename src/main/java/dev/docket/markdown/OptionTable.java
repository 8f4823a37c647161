package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.markdown.source.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Options as the rows of a table, with a verdict each. */
final class OptionTable {

    private static final List<String> NAMES =
            List.of("approach", "option", "options", "alternative", "alternatives", "name", "solution", "choice");
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("description", "description"),
            Map.entry("pros", "pros"),
            Map.entry("advantages", "pros"),
            Map.entry("cons", "cons"),
            Map.entry("disadvantages", "cons"),
            Map.entry("effort", "effort"),
            Map.entry("verdict", "verdict"),
            Map.entry("decision", "verdict"),
            Map.entry("reason", "reason"),
            Map.entry("why not chosen", "why-not"),
            Map.entry("why rejected", "why-not"),
            Map.entry("reason rejected", "why-not"),
            Map.entry("why not", "why-not"));

    private OptionTable() {}

    /** Whether the table is one of options, all of whose columns are known; then they are read. */
    static boolean read(Table table, ArrayNode options, Sheet sheet) {
        List<String> header = table.header().stream().map(Headings::name).toList();
        boolean known = header.size() > 1
                && NAMES.contains(header.get(0))
                && header.stream().skip(1).allMatch(MEMBERS::containsKey)
                && table.rows().stream().allMatch(row -> row.size() == header.size());
        if (known) {
            table.header().forEach(sheet::label);
            table.rows().forEach(row -> read(row, header, options, sheet));
        }
        return known;
    }

    private static void read(List<String> row, List<String> header, ArrayNode options, Sheet sheet) {
        String name = row.get(0).replaceAll("^\\*\\*(.*)\\*\\*$", "$1");
        ObjectNode option = Options.option(name, options, sheet);
        for (int i = 1; i < row.size(); i++) {
            String cell = row.get(i);
            if (cell.isBlank()) {
                continue;
            }
            switch (MEMBERS.getOrDefault(header.get(i), "description")) {
                case "pros" -> option.withArray("/pros").add(cell);
                case "cons" -> option.withArray("/cons").add(cell);
                case "verdict" -> Verdicts.read(cell, option, sheet);
                case "why-not" -> {
                    option.put("verdict", "rejected");
                    Verdicts.append(option, "reason", cell);
                }
                case "effort" -> option.put("effort", cell);
                case "reason" -> Verdicts.append(option, "reason", cell);
                default -> Verdicts.append(option, "description", cell);
            }
        }
    }

    /** Whether a table can hold the options: one pro and one con each, nothing but a verdict beside them. */
    static boolean holds(JsonNode options) {
        return StreamSupport.stream(options.spliterator(), false)
                .allMatch(option -> !option.has("description")
                        && !option.has("risks")
                        && !option.has("effort")
                        && !option.has("riskLevel")
                        && single(option.path("pros"))
                        && single(option.path("cons"))
                        && Cells.hold(option.path("name").asText())
                        && Cells.hold(option.path("reason").asText()));
    }

    private static boolean single(JsonNode list) {
        return list.size() == 0 || list.size() == 1 && Cells.hold(list.get(0).asText());
    }

    static void write(JsonNode options, Ink ink) {
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode option : options) {
            rows.add(List.of(
                    "**" + option.path("name").asText() + "**",
                    option.path("pros").path(0).asText(),
                    option.path("cons").path(0).asText(),
                    Verdicts.cell(option)));
        }
        ink.block(Cells.table(List.of("Approach", "Pros", "Cons", "Verdict"), rows));
    }
}
