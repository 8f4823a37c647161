package dev.docket.catalog;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a list has: values of one filter mean or, filters mean and. Empty lists and nulls ask for nothing. Its
 * text differs when the filter does.
 *
 * @param statuses all eight where nothing is asked; none where what is asked excludes itself
 * @param decidedFrom the first day of {@code date} of those that are decided
 * @param words what is searched for, in web-search syntax
 */
record Filter(
        List<Kind> kinds,
        List<Status> statuses,
        List<String> tags,
        List<String> components,
        List<String> deciders,
        List<String> authors,
        List<Ref> refs,
        @Nullable OffsetDateTime updatedSince,
        @Nullable LocalDate decidedFrom,
        @Nullable LocalDate decidedTo,
        @Nullable LocalDate reviewBefore,
        @Nullable String words) {

    boolean anyStatus() {
        return statuses.size() == Status.values().length;
    }

    List<String> statusNames() {
        return statuses.stream().map(Status::json).toList();
    }
}
