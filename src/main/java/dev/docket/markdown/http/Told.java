package dev.docket.markdown.http;

import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Link;
import dev.docket.document.content.RecordEntry;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things of the server's in words: each an item of a Markdown list. */
final class Told {

    private Told() {}

    static String entry(RecordEntry entry) {
        return "- " + said(day(entry.at()), entry.action(), entry.author(), entry.by(), entry.comment());
    }

    static String tick(Approval approval) {
        String comment = Objects.requireNonNullElse(approval.comment(), "");
        return (approval.state() == ApprovalState.APPROVED ? "- [x] " : "- [ ] ")
                + said(Stream.of(
                                approval.role(),
                                approval.approver(),
                                approval.decidedBy(),
                                verdict(approval),
                                approval.decidedAt() == null ? null : day(approval.decidedAt()),
                                Objects.toString(approval.dueOn(), null),
                                comment)
                        .filter(part -> part != null && (part.equals(comment) || !repeats(comment, part)))
                        .toArray(String[]::new));
    }

    /** What a box cannot show. */
    private static @Nullable String verdict(Approval approval) {
        return approval.objection() || approval.state() == ApprovalState.ABSTAINED
                ? Objects.requireNonNull(approval.state()).json()
                : null;
    }

    /** Whether the comment, which may be the whole line as it was written, has every word of the part. */
    private static boolean repeats(String comment, String part) {
        Set<String> words = words(comment);
        return words.containsAll(words(part));
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
    }

    static String link(Link link) {
        return "- "
                + Objects.requireNonNull(link.rel()).json().replace('-', ' ')
                + ": "
                + said(link.target(), link.title());
    }

    private static String said(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.replace("\n", "\n  "))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String day(Instant at) {
        var time = at.atZone(ZoneOffset.UTC);
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : at.toString();
    }
}
