package dev.docket.document.content;

import static dev.docket.document.content.Bounds.APPROVALS;
import static dev.docket.document.content.Bounds.ITEM;
import static dev.docket.document.content.Bounds.LABEL;
import static dev.docket.document.content.Bounds.LABELS;
import static dev.docket.document.content.Bounds.LABEL_PATTERN;
import static dev.docket.document.content.Bounds.LINE;
import static dev.docket.document.content.Bounds.LINKS;
import static dev.docket.document.content.Bounds.LIST;
import static dev.docket.document.content.Bounds.OPTIONS;
import static dev.docket.document.content.Bounds.RISKS;
import static dev.docket.document.content.Bounds.TITLE;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "What authors write in both kinds.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Common(
        @Schema(
                description = "What is decided or proposed, in a few words.",
                examples = "Partition the ledger by month")
        @Size(min = 1, max = TITLE)
        @Nullable
        String title,

        @Schema(description = "Who wrote it: free text, no principal.", examples = "Mira Holt, Payments")
        @Size(max = LINE)
        @Nullable
        String author,

        @Schema(description = "Who decides: free text, no principals.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = LINE) String> deciders,

        @Schema(description = "Who was asked for advice.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = LINE) String> consulted,

        @Schema(description = "Who is told of the outcome.") @Size(max = LIST) @Nullable
        List<@NotNull @Size(max = LINE) String> informed,

        @Schema(description = "Words to find it by, in lower-case kebab.") @Size(max = LABELS) @Nullable
        List<@NotNull @Size(max = LABEL) @Pattern(regexp = LABEL_PATTERN) String> tags,

        @Schema(description = "The parts of the landscape it concerns, in lower-case kebab.")
        @Size(max = LABELS)
        @Nullable
        List<@NotNull @Size(max = LABEL) @Pattern(regexp = LABEL_PATTERN) String> components,

        @Schema(description = "What prompted it.") @Valid @Nullable
        Story story,

        @Schema(description = "The day to look at the decision again.", examples = "2027-03-01") @Nullable
        LocalDate reviewOn,

        @Schema(description = "What was said beside that day.", examples = "after two quarter ends")
        @Size(max = ITEM)
        @Nullable
        String reviewNote,

        @Schema(
                description = "The alternatives considered. In a write, an item with a known id is that option, one "
                        + "without is new, and a missing one is removed; likewise for risks and links.")
        @Size(max = OPTIONS)
        @Nullable
        List<@NotNull @Valid Option> options,

        @Schema(description = "The risks of the decision.") @Size(max = RISKS) @Nullable
        List<@NotNull @Valid Risk> risks,

        @Schema(
                description = "Its own relations to other documents and things; those that point at it are served "
                        + "by its links resource.")
        @Size(max = LINKS)
        @Nullable
        List<@NotNull @Valid Link> links,

        @Schema(description = "Who is asked to judge it, and the verdicts. Written here only at creation, as requests.")
        @Size(max = APPROVALS)
        @Nullable
        List<@NotNull @Valid Approval> approvals,

        @Schema(description = "Further reading.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid Reference> references,

        @Schema(description = "Sections that have no member of their own, in order.") @Size(max = LIST) @Nullable
        List<@NotNull @Valid ExtraSection> extraSections) {

    /** The same with other parts. */
    public Common withParts(
            @Nullable List<Option> options,
            @Nullable List<Risk> risks,
            @Nullable List<Link> links,
            @Nullable List<Approval> approvals) {
        return new Common(
                title,
                author,
                deciders,
                consulted,
                informed,
                tags,
                components,
                story,
                reviewOn,
                reviewNote,
                options,
                risks,
                links,
                approvals,
                references,
                extraSections);
    }

    /** The same with other options. */
    public Common withOptions(@Nullable List<Option> options) {
        return withParts(options, risks, links, approvals);
    }

    /** The same with other risks. */
    public Common withRisks(@Nullable List<Risk> risks) {
        return withParts(options, risks, links, approvals);
    }

    /** The same with other links. */
    public Common withLinks(@Nullable List<Link> links) {
        return withParts(options, risks, links, approvals);
    }

    /** The same with other approvals. */
    public Common withApprovals(@Nullable List<Approval> approvals) {
        return withParts(options, risks, links, approvals);
    }
}
