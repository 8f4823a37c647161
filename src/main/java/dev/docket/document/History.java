package dev.docket.document;

import dev.docket.document.content.Approval;
import dev.docket.document.content.RecordEntry;
import dev.docket.document.content.Source;
import dev.docket.document.content.Status;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of a document beside its content: things that happened, which no transition here made.
 *
 * @param statusText the status as it is written
 * @param by the ref of the document that took its place
 * @param date the day of its last change of status; null where the file names none
 * @param lastUpdated the day of its last change; null where the file names none
 * @param record the file's own decision record, oldest entry first
 * @param ticks the ticks of its approval section
 */
public record History(
        Status status,
        @Nullable String statusText,
        @Nullable String by,
        Source source,
        @Nullable LocalDate date,
        @Nullable LocalDate lastUpdated,
        List<RecordEntry> record,
        List<Approval> ticks) {}
