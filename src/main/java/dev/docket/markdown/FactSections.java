package dev.docket.markdown;

import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Bounds;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Status;
import dev.docket.markdown.Labels.Labelled;
import dev.docket.markdown.fact.Dates;
import dev.docket.markdown.fact.FoundDate;
import dev.docket.markdown.fact.StatusWords;
import dev.docket.markdown.source.Block;
import dev.docket.markdown.source.Blocks;
import dev.docket.markdown.source.Item;
import dev.docket.markdown.source.Items;
import dev.docket.markdown.source.Section;
import dev.docket.markdown.source.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sections that say what the server keeps: the status, the decision record, approvals. */
final class FactSections {

    private static final Set<String> STATUS = Set.of("status", "statut", "estado", "stato", "decision status");
    private static final Set<String> RECORD = Set.of("decision record", "status history");
    private static final Set<String> APPROVAL = Set.of("approval", "approvals", "sign-off", "sign off");
    private static final int LONG = 400;

    private final Facts facts;

    FactSections(Facts facts) {
        this.facts = facts;
    }

    /** Whether the heading is one of these. */
    static boolean known(Section section) {
        String name = Headings.name(section.heading());
        return STATUS.contains(name) || RECORD.contains(name) || APPROVAL.contains(name);
    }

    static boolean states(Section section) {
        return STATUS.contains(Headings.name(section.heading()));
    }

    /** Whether all that the section says is understood; else it is a section like any other. */
    boolean read(Section section) {
        String name = Headings.name(section.heading());
        if (!section.sections().isEmpty()) {
            return false;
        }
        return STATUS.contains(name) ? status(section) : RECORD.contains(name) ? record(section) : approval(section);
    }

    private boolean status(Section section) {
        List<String> rest = new ArrayList<>();
        for (Labelled part : Labels.cut(section.text(), Facts::known)) {
            if (part.label().isEmpty()) {
                rest.add(part.text());
            } else {
                facts.sheet.label(part.label());
                if (!facts.take(part.name(), List.of(part.text()))) {
                    return false;
                }
            }
        }
        rest.removeIf(text -> text.isBlank() || text.matches("[-*_\\s]+"));
        String text = String.join("\n\n", rest);
        return text.isBlank() || stated(text);
    }

    private boolean stated(String text) {
        Optional<Status> status = StatusWords.of(text, facts.kind);
        if (status.isEmpty() && text.length() > LONG) {
            return false;
        }
        if (facts.statusText == null) {
            return facts.status(text);
        }
        if (status.isEmpty() || facts.status != status.get() || text.length() > Bounds.ITEM) {
            return false;
        }
        facts.statusText = text.contains(facts.statusText) ? text : facts.statusText + "\n\n" + text;
        Related.mentions(text, facts.kind, facts.sheet);
        return true;
    }

    private boolean record(Section section) {
        List<Block> blocks = Blocks.of(section.text());
        if (blocks.size() != 1
                || !(blocks.get(0) instanceof Table table)
                || table.header().size() < 3) {
            return false;
        }
        List<String> header = table.header().stream().map(Headings::name).toList();
        int action = index(header, Set.of("action", "status"));
        int date = index(header, Set.of("date"));
        int author = index(header, Set.of("author", "approver", "by", "who"));
        int comment = index(header, Set.of("comment", "comments", "reason", "notes"));
        int expected = comment < 0 ? 3 : 4;
        if (action < 0 || date < 0 || author < 0 || header.size() != expected) {
            return false;
        }
        table.header().forEach(facts.sheet::label);
        List<RecordEntry> entries = new ArrayList<>();
        for (List<String> row : table.rows()) {
            RecordEntry entry = entry(row, action, date, author, comment, expected);
            if (entry == null) {
                return false;
            }
            entries.add(entry);
        }
        return facts.record.addAll(entries);
    }

    private static int index(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable RecordEntry entry(List<String> row, int action, int date, int author, int comment, int cells) {
        if (row.size() != cells
                || row.get(action).length() > Bounds.LINE
                || row.get(author).length() > Bounds.LINE) {
            return null;
        }
        Optional<Status> to = StatusWords.of(row.get(action), facts.kind);
        Optional<LocalDate> day = Dates.find(row.get(date))
                .map(FoundDate::date)
                .filter(each -> each.toString().equals(row.get(date)));
        if (to.isEmpty() || day.isEmpty() || row.get(author).isBlank()) {
            return null;
        }
        String said = comment < 0 ? "" : row.get(comment);
        return new RecordEntry(
                row.get(action).toLowerCase(Locale.ROOT),
                null,
                to.get(),
                at(day.get()),
                row.get(author),
                said.isBlank() ? null : said,
                null);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private boolean approval(Section section) {
        List<Approval> ticks = new ArrayList<>();
        for (Block block : Blocks.of(section.text())) {
            if (!(block instanceof Items items) || items.items().stream().anyMatch(item -> item.done() == null)) {
                return false;
            }
            items.items().stream()
                    .filter(item -> !Blanks.placeholder(item.text()))
                    .forEach(item -> ticks.add(tick(item)));
        }
        facts.sheet.label("x ".repeat(ticks.size()));
        if (ticks.isEmpty()) {
            facts.sheet.label(section.text());
        }
        boolean fits = ticks.size() <= Bounds.APPROVALS
                && ticks.stream()
                        .allMatch(tick -> String.valueOf(tick.comment()).length() <= Bounds.ITEM);
        return fits && (ticks.isEmpty() || facts.approvals.addAll(ticks));
    }

    private static Approval tick(Item item) {
        int colon = item.text().indexOf(':');
        String role = (colon < 0 ? item.text() : item.text().substring(0, colon))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        boolean named = role.matches(Bounds.ROLE_PATTERN) && role.length() <= Bounds.ROLE;
        boolean done = Boolean.TRUE.equals(item.done());
        Instant at = Dates.find(item.text()).map(found -> at(found.date())).orElse(null);
        return new Approval(
                null,
                null,
                named ? role : null,
                null,
                false,
                done ? ApprovalState.APPROVED : ApprovalState.CLOSED,
                null,
                null,
                null,
                null,
                done ? at : null,
                item.text(),
                null,
                false,
                true);
    }
}
