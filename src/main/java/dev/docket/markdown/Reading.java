package dev.docket.markdown;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Kind;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Markdown file says, as the fields of a document.
 *
 * @param template the id of the template it was read in
 * @param number the number that its name or its heading gives it, 1 to 999,999; null where it has none
 * @param status what its status means; draft where it states none
 * @param statusText the status as it is written, with all that stands beside it; null where it states none
 * @param date the day that it gives as its date; null where it gives none that can be read
 * @param dateText the date as it is written
 * @param lastUpdated the day of its last change, where it says so
 * @param content the authored members, as a request to create the document would carry them: the title
 *     wherever the file has one that is more than a placeholder,
 *     {@code decision.chosen} as the name of an option, targets of links between documents as refs of the file's own
 *     kind and numbers ({@code ADR-0005}), {@code superseded-by} among them
 * @param record its decision record, oldest entry first
 * @param approvals the ticks of its approval section, imported ones
 * @param warnings in the order of the lines
 */
public record Reading(
        Kind kind,
        String template,
        @Nullable Integer number,
        Status status,
        @Nullable String statusText,
        @Nullable LocalDate date,
        @Nullable String dateText,
        @Nullable LocalDate lastUpdated,
        ObjectNode content,
        List<RecordEntry> record,
        List<Approval> approvals,
        List<Warning> warnings) {}
