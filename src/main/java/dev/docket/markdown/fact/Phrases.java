package dev.docket.markdown.fact;

import dev.docket.document.content.Status;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Several words that mean another status together than the first of them does alone. */
final class Phrases {

    private static final Map<Pattern, Status> MEANINGS = Map.of(
            starting("active review|(?:awaiting|pending|waiting for|ready for) (?:\\w+ )?"
                    + "(?:approval|acceptance|review|decision|implementation)"),
            Status.PROPOSED,
            starting("no longer (?:\\w+ )?(?:valid|relevant|active|used|needed|applicable|in use|accepted)|inactive"),
            Status.DEPRECATED,
            starting(
                    "(?:wont|won t|will not) (?:be )?(?:do|done|fix|implement|implemented|accept|accepted)|not accepted"
                            + "|not approved"),
            Status.REJECTED,
            // Whoever says which document this one took the place of has decided.
            starting("(?:replaces|supersedes)"),
            Status.ACCEPTED);

    private Phrases() {}

    /** What folded words mean that begin with such a phrase. */
    static Optional<Status> of(String words) {
        return MEANINGS.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Pattern starting(String words) {
        return Pattern.compile("^(?:status |this is |currently )*(?:" + words + ")\\b");
    }
}
