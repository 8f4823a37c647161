package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.document.content.AdrSections;
import dev.docket.document.content.Common;
import dev.docket.document.content.Decision;
import dev.docket.document.content.Option;
import dev.docket.document.content.OptionVerdict;
import dev.docket.document.content.Sections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@code decision.chosen} and the verdict {@code chosen} of an option one fact: whichever of the two an edit
 * changed is carried over to the other; when it changed both, they must agree. To choose nothing again, remove both, or
 * give the option another verdict.
 */
final class Choice {

    private final int revision;
    private final List<FieldError> errors;

    Choice(int revision, List<FieldError> errors) {
        this.revision = revision;
        this.errors = errors;
    }

    /** The id of the option that the document has chosen, or null. */
    static @Nullable String of(Document document) {
        return document.options().stream()
                .filter(option -> option.verdict() == OptionVerdict.CHOSEN)
                .map(Option::id)
                .findFirst()
                .orElse(null);
    }

    record Settled(Common common, Sections sections) {}

    /** @param before what was chosen until now: the id of an option, or null */
    Settled settle(@Nullable String before, Common common, Sections sections) {
        List<Option> options = Objects.requireNonNullElse(common.options(), List.of());
        String marked = marked(options);
        if (!(sections instanceof AdrSections adr)) {
            return new Settled(common, sections);
        }
        String named = named(options, adr.decision());
        String chosen = agreed(before, marked, named, options);
        Decision decision = adr.decision();
        if (decision == null && chosen != null) {
            decision = new Decision(null, null, null, null);
        }
        return new Settled(
                options.isEmpty()
                        ? common
                        : common.withOptions(options.stream()
                                .map(option -> mark(option, chosen))
                                .toList()),
                adr.withDecision(decision == null ? null : decision.choosing(chosen)));
    }

    /** What was set wins over what is merely absent; what an edit changed wins over what it left alone. */
    private @Nullable String agreed(
            @Nullable String before, @Nullable String marked, @Nullable String named, List<Option> options) {
        if (marked == null) {
            return named != null && named.equals(before) && judgedOtherwise(named, options) ? null : named;
        }
        if (named == null || named.equals(marked) || named.equals(before)) {
            return marked;
        }
        if (!marked.equals(before)) {
            errors.add(FieldError.at("/decision/chosen", "contradiction", "another option has the verdict chosen"));
        }
        return named;
    }

    private static boolean judgedOtherwise(String id, List<Option> options) {
        return options.stream().anyMatch(option -> id.equals(option.id()) && option.verdict() != null);
    }

    private @Nullable String marked(List<Option> options) {
        List<Option> marked = options.stream()
                .filter(option -> option.verdict() == OptionVerdict.CHOSEN)
                .toList();
        if (marked.size() > 1) {
            errors.add(FieldError.at("/options", "two-chosen", "only one option can be chosen"));
        }
        return marked.isEmpty() ? null : marked.get(0).id();
    }

    private @Nullable String named(List<Option> options, @Nullable Decision decision) {
        String chosen = decision == null ? null : decision.chosen();
        if (chosen == null) {
            return null;
        }
        Optional<Option> option = options.stream()
                .filter(each -> chosen.equals(each.id()))
                .findFirst()
                .or(() -> options.stream()
                        .filter(each -> chosen.equals(each.name()))
                        .findFirst());
        if (option.isEmpty()) {
            errors.add(FieldError.at(
                    "/decision/chosen",
                    "unknown-option",
                    "no option has this id or name; the chosen option cannot be removed"));
        }
        return option.map(Option::id).orElse(null);
    }

    private Option mark(Option option, @Nullable String chosen) {
        boolean isChosen = Objects.equals(option.id(), chosen);
        if (isChosen == (option.verdict() == OptionVerdict.CHOSEN)) {
            return option;
        }
        return option.judged(isChosen ? OptionVerdict.CHOSEN : null)
                .identified(Objects.requireNonNull(option.id()), revision);
    }
}
