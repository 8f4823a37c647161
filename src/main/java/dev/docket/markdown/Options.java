package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Bounds;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Section;
import dev.docket.markdown.source.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options: named in a list, described in a section each, or both, or as the rows of a table. What a later section
 * says of an option joins what an earlier one said.
 */
record Options() implements Shape {

    static final Shape SHAPE = new Options();

    /** Headings of the sections that argue for the options of a list. */
    static final List<String> DETAILS = List.of(
            "pros and cons of the options",
            "pros and cons of the alternatives",
            "pros and cons of options",
            "pros and cons of the alternative options",
            "pros and cons of the solutions",
            "pros and cons of the considered options",
            "pros and cons of each option",
            "vor- und nachteile der optionen",
            "pro und contra der optionen",
            "avantages et inconvénients des options",
            "pros y contras de las opciones",
            "prós e contras das opções",
            "pros and cons",
            "detailed analysis");

    private static final Set<String> LISTS = Set.of("considered options", "options");

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public String read(Piece piece, String pointer, Sheet sheet) {
        if (piece.sections().size() > Bounds.OPTIONS || piece.text().length() > Bounds.PROSE) {
            return piece.whole(); // more than options can be: they are not compared with each other
        }
        ArrayNode options = sheet.at(pointer) instanceof ArrayNode known ? known : Sheet.list();
        boolean fresh = options.isEmpty();
        List<String> rest = new ArrayList<>();
        OptionParagraphs.Split split = OptionParagraphs.split(piece, options, sheet);
        boolean sectioned = piece.sections().stream().anyMatch(section -> isOption(section, options, sheet))
                || !split.sections().isEmpty();
        String before = "";
        for (Block block : Blocks.of(split.text())) {
            if (block instanceof Items items && (!sectioned || fresh) && OptionList.is(items, before)) {
                rest.add(OptionList.read(items, options, sheet));
            } else if (!(block instanceof Table table && OptionTable.read(table, options, sheet))) {
                rest.add(String.join("\n", block.source()));
            }
            before = String.join("\n", block.source());
        }
        keep(options, pointer, sheet);
        List<Section> sections = new ArrayList<>(split.sections());
        sections.addAll(piece.sections());
        List<Section> strange = sections(sections, pointer, sheet, rest);
        return new Piece(String.join("\n\n", rest), strange, piece.level()).whole();
    }

    private static void keep(ArrayNode options, String pointer, Sheet sheet) {
        if (!options.isEmpty() && !sheet.has(pointer)) {
            sheet.set(pointer, options);
        }
    }

    private List<Section> sections(List<Section> sections, String pointer, Sheet sheet, List<String> rest) {
        List<Section> own = new ArrayList<>();
        for (Section section : sections) {
            String name = Headings.name(section.heading());
            if (DETAILS.contains(name) || LISTS.contains(name)) {
                sheet.label(section.heading());
                rest.add(read(Piece.of(section), pointer, sheet));
            } else {
                own.add(section);
            }
        }
        rest.removeIf(String::isBlank);
        ArrayNode options = sheet.at(pointer) instanceof ArrayNode known ? known : Sheet.list();
        List<Section> strange = detail(lifted(own, options), options, sheet);
        keep(options, pointer, sheet);
        return strange;
    }

    /** Sections that name options of the list, a level too low. */
    private static List<Section> lifted(List<Section> sections, ArrayNode options) {
        List<Section> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        sections.forEach(section -> names.add(OptionNames.key(section.heading())));
        for (Section section : sections) {
            List<Section> lower = section.sections().stream()
                    .filter(each -> OptionMatch.exact(options, each.heading()) != null)
                    .filter(each -> names.add(OptionNames.key(each.heading())))
                    .toList();
            List<Section> left = new ArrayList<>(section.sections());
            left.removeAll(lower);
            all.add(
                    lower.isEmpty()
                            ? section
                            : new Section(
                                    section.level(),
                                    section.heading(),
                                    section.line(),
                                    section.bodyLine(),
                                    section.body(),
                                    left));
            all.addAll(lower);
        }
        return all;
    }

    /** Reads the sections of options; answers those that are of none. */
    private static List<Section> detail(List<Section> sections, ArrayNode options, Sheet sheet) {
        boolean listed = !options.isEmpty();
        List<@Nullable ObjectNode> named =
                OptionMatch.all(options, sections.stream().map(Section::heading).toList(), sheet);
        List<Section> strange = new ArrayList<>();
        ObjectNode last = null;
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            ObjectNode option = named.get(i);
            if (option == null && last != null && OptionBody.labels(section)) {
                OptionBody.read(new Piece("", List.of(section), section.level() - 1), last, sheet);
            } else if (option != null || !listed || isOption(section, options, sheet)) {
                last = option == null ? make(section.heading(), options, sheet) : option;
                if (option != null) {
                    said(section.heading(), option, sheet);
                }
                OptionBody.read(Piece.of(section), last, sheet);
            } else {
                strange.add(section);
            }
        }
        return strange;
    }

    /** Whether a section somewhere else describes an option of which nothing has been said yet. */
    static boolean misplaced(Section section, Sheet sheet) {
        ObjectNode option =
                OptionBody.argued(section) ? OptionMatch.alike(sheet.at("/options"), section.heading(), sheet) : null;
        return option != null && !option.has("pros") && !option.has("cons");
    }

    /** Reads a misplaced section. */
    static boolean join(Section section, Sheet sheet) {
        return sheet.at("/options") instanceof ArrayNode options
                && detail(List.of(section), options, sheet).isEmpty();
    }

    private static boolean isOption(Section section, ArrayNode options, Sheet sheet) {
        return OptionMatch.named(options, section.heading(), sheet) != null
                || !OptionNames.cut(section.heading()).prefix().isEmpty()
                || OptionBody.argued(section);
    }

    /** The option of exactly that name, made where there is none yet. */
    static ObjectNode option(String written, ArrayNode options, Sheet sheet) {
        ObjectNode known = OptionMatch.exact(options, written);
        if (known == null) {
            return make(written, options, sheet);
        }
        said(written, known, sheet);
        return known;
    }

    static ObjectNode make(String written, ArrayNode options, Sheet sheet) {
        ObjectNode option = options.addObject();
        OptionNames.Cut cut = OptionNames.cut(written.replace("\n", " "));
        boolean counts = counts(cut.count(), options.size());
        sheet.label(counts ? cut.prefix() : "");
        String whole = counts ? cut.name() : written.replace("\n", " ").strip();
        String name = Verdicts.withoutSuffix(whole, option, sheet);
        if (name.length() > Bounds.LINE) {
            option.put("name", name.substring(0, Bounds.LINE - 1).strip() + "…");
            option.put("description", name);
        } else {
            option.put("name", name.isEmpty() ? written.strip() : name);
        }
        sheet.number(option.path("name").asText(), cut.count());
        return option;
    }

    /** Whether a label only counts, so that the place in the list says the same; others are part of the name. */
    private static boolean counts(String count, int place) {
        return count.isEmpty()
                || count.equals(String.valueOf(place))
                || count.length() == 1 && count.charAt(0) == 'a' + place - 1;
    }

    /** A second naming brings only the words that the first one lacks; those describe. */
    static void said(String written, ObjectNode option, Sheet sheet) {
        String name = Verdicts.withoutSuffix(OptionNames.cut(written).name(), option, sheet);
        Set<String> words = words(option.path("name").asText());
        if (words.containsAll(words(name))) {
            sheet.label(written);
        } else {
            sheet.label(OptionNames.cut(written).prefix());
            Verdicts.append(option, "description", name);
        }
    }

    private static Set<String> words(String text) {
        return dev.docket.markdown.source.Words.count(text).keySet();
    }

    @Override
    public void write(JsonNode value, Ink ink, int level) {
        OptionSections.write(value, ink, level, OptionSections.Style.PLAIN);
    }
}
