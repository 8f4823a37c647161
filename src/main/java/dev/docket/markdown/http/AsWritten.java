package dev.docket.markdown.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.RfcSections;
import dev.docket.document.content.Status;
import dev.docket.markdown.Reading;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a filled template says that only the server may say. Each is kept as a section of text, whose heading is none
 * that a reader takes for the thing itself: otherwise the document, written and read again, would say it after all.
 */
record AsWritten(Reading reading, List<Link> links) {

    /**
     * Adds the sections, but not what the new document says by itself: its status, and today's date.
     *
     * @param status what the document is going to be
     */
    void addTo(ObjectNode content, Status status, LocalDate today) {
        ArrayNode present = content.withArray("extraSections");
        ArrayNode sections = content.arrayNode();
        add(sections, "Status", statusOther(status), null);
        add(sections, "Date", today.toString().equals(reading.dateText()) ? null : reading.dateText(), null);
        add(sections, "Last update", dayOther(today), null);
        sections.addAll(present);
        String last = last(content, reading.kind());
        add(sections, "Decision record", list(reading.record(), Told::entry), last);
        add(sections, "Approval", list(reading.approvals(), Told::tick), last);
        add(sections, "Links", list(links, Told::link), last);
        if (sections.isEmpty()) {
            content.remove("extraSections");
        } else {
            content.set("extraSections", sections);
        }
    }

    private static void add(ArrayNode sections, String what, @Nullable String text, @Nullable String after) {
        if (text != null && !text.isBlank()) {
            ObjectNode section = sections.addObject();
            section.put("heading", what + " as written").put("level", 2).put("text", text);
            if (after != null) {
                section.put("after", after);
            }
        }
    }

    private @Nullable String statusOther(Status status) {
        String text = reading.statusText();
        return text != null && text.strip().toLowerCase(Locale.ROOT).equals(status.json()) ? null : text;
    }

    private @Nullable String dayOther(LocalDate today) {
        LocalDate day = reading.lastUpdated();
        return day == null || day.equals(today) ? null : day.toString();
    }

    /** The pointer of the last section that the document has. */
    private static @Nullable String last(ObjectNode content, Kind kind) {
        RecordComponent[] sections = (kind == Kind.ADR ? AdrSections.class : RfcSections.class).getRecordComponents();
        return Arrays.stream(sections)
                .map(RecordComponent::getName)
                .filter(content::has)
                .reduce((first, next) -> next)
                .map(name -> "/" + name)
                .orElse(null);
    }

    private static <T> String list(List<T> items, Function<T, String> line) {
        return items.stream().map(line).collect(Collectors.joining("\n"));
    }
}
