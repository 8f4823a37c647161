package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Options as a section each. */
final class OptionSections {

    /**
     * How templates differ in it.
     *
     * @param word what stands before the number in the heading; empty: the name alone
     * @param described whether the description has a label
     * @param arguments whether pros and cons say themselves which they are, in one list
     * @param chosen whether the verdict of the chosen one is said here, where no other place says it
     * @param inlined whether a single argument stands right behind its label, in a list of labels
     */
    record Style(String word, boolean letters, boolean described, boolean arguments, boolean chosen, boolean inlined) {

        static final Style PLAIN = new Style("", false, false, false, false, false);
        static final Style ENGINEERING = new Style("Option", false, true, false, false, false);
        static final Style CLASSIC = new Style("Option", true, true, false, false, false);
        static final Style DRIVERS = new Style("Option", false, false, false, false, false);
        static final Style MADR = new Style("", false, false, true, false, false);
        static final Style RFC = new Style("Alternative", false, false, false, false, true);
        static final Style VERDICT = new Style("Option", false, false, false, true, false);

        String heading(int index, String name) {
            String number = letters && index < 26 ? String.valueOf((char) ('A' + index)) : String.valueOf(index + 1);
            return word.isEmpty() ? name : word + " " + number + ": " + name;
        }
    }

    private OptionSections() {}

    /** Those that have more than a name, and a verdict said elsewhere, of options that are listed before. */
    static void detail(JsonNode options, Ink ink, int level, Style style) {
        for (int i = 0; i < options.size(); i++) {
            Ink body = ink.fresh();
            body(options.get(i), body, level + 1, style);
            if (!body.blank()) {
                ink.heading(
                        level + 1, style.heading(i, options.get(i).path("name").asText()));
                ink.append(body);
            }
        }
    }

    static void names(JsonNode options, Ink ink, Style style) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            lines.add(Ink.item(
                    ink.marker(), style.heading(i, options.get(i).path("name").asText())));
        }
        ink.block(String.join("\n", lines));
    }

    static void write(JsonNode options, Ink ink, int level, Style style) {
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            ink.heading(level + 1, style.heading(i, option.path("name").asText()));
            body(option, ink, level + 1, style);
        }
    }

    private static void body(JsonNode option, Ink ink, int level, Style style) {
        String description = option.path("description").asText();
        if (style.described() && !description.contains("\n")) {
            ink.labelled("Description", description);
        } else {
            ink.prose(description, level);
        }
        if (style.arguments()) {
            arguments(option, ink);
        } else if (style.inlined() && inline(option, ink)) {
            return;
        } else {
            ink.labelledList("Pros", option.path("pros"));
            ink.labelledList("Cons", option.path("cons"));
        }
        ink.labelledList("Risks", option.path("risks"));
        ink.labelled(
                style.described() ? "Estimated Effort" : "Cost/Effort",
                option.path("effort").asText());
        ink.labelled("Risk", Ratings.write(option.path("riskLevel")));
        verdict(option, ink, style);
    }

    private static void verdict(JsonNode option, Ink ink, Style style) {
        String verdict = option.path("verdict").asText();
        String reason = option.path("reason").asText();
        if (verdict.equals("rejected") && !reason.isEmpty()) {
            ink.labelled("Why not chosen", reason);
        } else if (!verdict.isEmpty()) {
            String word = verdict.equals("deferred") ? "Deferred" : verdict.equals("chosen") ? "Chosen" : "Rejected";
            if (!verdict.equals("chosen") || !reason.isEmpty() || style.chosen()) {
                ink.labelled("Verdict", word + (reason.isEmpty() ? "" : " - " + reason));
            }
        } else {
            ink.labelled("Reason", reason);
        }
    }

    private static void arguments(JsonNode option, Ink ink) {
        List<String> lines = new ArrayList<>();
        option.path("pros").forEach(pro -> lines.add(Ink.item(ink.marker(), "Good, because " + pro.asText())));
        option.path("cons").forEach(con -> lines.add(Ink.item(ink.marker(), "Bad, because " + con.asText())));
        ink.block(String.join("\n", lines));
    }

    /** A short list of labels, where every value is a single line. */
    private static boolean inline(JsonNode option, Ink ink) {
        String reason = option.path("reason").asText();
        boolean rejected = option.path("verdict").asText().equals("rejected");
        boolean brief = option.path("pros").size() <= 1
                && option.path("cons").size() <= 1
                && !option.has("risks")
                && !option.has("effort")
                && !option.has("riskLevel")
                && !reason.contains("\n")
                && rejected != reason.isEmpty();
        if (!brief) {
            return false;
        }
        List<String> lines = new ArrayList<>();
        add(lines, "Pros", option.path("pros").path(0).asText());
        add(lines, "Cons", option.path("cons").path(0).asText());
        add(lines, "Why not chosen", reason);
        ink.block(String.join("\n", lines));
        return !lines.isEmpty();
    }

    private static void add(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(Ink.item("- ", "**" + label + "**: " + value));
        }
    }
}
