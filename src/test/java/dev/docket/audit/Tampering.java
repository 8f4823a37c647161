package dev.docket.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to rewrite a log, and where a verification has to find it.
 *
 * @param codes one of them
 * @param position one of them; empty where the chain has none
 * @param document null where the verification cannot know
 */
record Tampering(
        String name,
        List<String> statements,
        Set<FaultCode> codes,
        Set<Long> position,
        @Nullable String document,
        @Nullable Integer revision) {

    private static final String FLIPPED = "set_byte(%1$s, 0, get_byte(%1$s, 0) # 1)";

    private static final List<String> HEADER = List.of(
            "at = at + interval '1 microsecond'",
            "actor = actor || 'x'",
            "message = coalesce(message, '') || 'x'",
            "content_sha256 = " + FLIPPED.formatted("content_sha256"),
            "previous_sha256 = coalesce(" + FLIPPED.formatted("previous_sha256") + ", sha256('x'))",
            "sha256 = " + FLIPPED.formatted("sha256"));

    private static final List<String> CONTENT = List.of(
            "content = " + FLIPPED.formatted("content"),
            "content = content || ' '::bytea",
            "content = ''",
            "content = (SELECT content FROM revision_content WHERE document_id <> %d LIMIT 1)");

    private static final List<String> ENTRY = List.of(
            "revision_sha256 = " + FLIPPED.formatted("revision_sha256"),
            "previous_sha256 = coalesce(" + FLIPPED.formatted("previous_sha256") + ", sha256('x'))",
            "sha256 = " + FLIPPED.formatted("sha256"));

    /** All that is done to one entry of the chain, its revision and its content. */
    static List<Tampering> of(Intruder.Link at, Intruder.@Nullable Link next, long otherDocument, long otherProject) {
        List<Tampering> all = new ArrayList<>();
        String revision = " WHERE document_id = %d AND number = %d".formatted(at.document(), at.revision());
        String entry = " WHERE position = " + at.position();
        for (String column : HEADER) {
            all.add(here(at, "UPDATE revision SET " + column + revision, FaultCode.HEADER_CHANGED));
        }
        all.add(here(at, "UPDATE revision SET number = number + 1000" + revision, FaultCode.REVISION_MISSING));
        all.add(here(
                at,
                "UPDATE revision SET document_id = %d, number = number + 1000%s".formatted(otherDocument, revision),
                FaultCode.REVISION_MISSING));
        all.add(here(at, "DELETE FROM revision" + revision, FaultCode.REVISION_MISSING));
        for (String column : CONTENT) {
            all.add(here(
                    at,
                    "UPDATE revision_content SET " + column.formatted(at.document()) + revision,
                    FaultCode.CONTENT_CHANGED));
        }
        all.add(here(at, "UPDATE revision_content SET number = number + 1000" + revision, FaultCode.CONTENT_MISSING));
        all.add(here(at, "DELETE FROM revision_content" + revision, FaultCode.CONTENT_MISSING));
        for (String column : ENTRY) {
            all.add(here(at, "UPDATE chain SET " + column + entry, FaultCode.ENTRY_CHANGED));
        }
        all.add(new Tampering(
                "an entry at another position",
                List.of("UPDATE chain SET position = -position" + entry),
                Set.of(FaultCode.ENTRY_CHANGED),
                Set.of(-at.position()),
                at.subject(),
                at.revision()));
        all.add(elsewhere(at, "UPDATE chain SET document_id = " + otherDocument + entry));
        all.add(elsewhere(at, "UPDATE chain SET revision = revision + 1000" + entry));
        all.add(gone(at, next, "UPDATE chain SET project_id = " + otherProject + entry));
        all.add(gone(at, next, "DELETE FROM chain" + entry));
        return all;
    }

    private static Tampering here(Intruder.Link at, String statement, FaultCode code) {
        return new Tampering(
                statement, List.of(statement), Set.of(code), Set.of(at.position()), at.subject(), at.revision());
    }

    /** The entry points to another revision: its position is all that can be told of it. */
    private static Tampering elsewhere(Intruder.Link at, String statement) {
        return new Tampering(
                statement,
                List.of(statement),
                Set.of(FaultCode.HEADER_CHANGED, FaultCode.REVISION_MISSING),
                Set.of(at.position()),
                null,
                null);
    }

    /** An entry that is gone is missed by the next one, the last by the checkpoint that has signed it. */
    private static Tampering gone(Intruder.Link at, Intruder.@Nullable Link next, String statement) {
        return next == null
                ? new Tampering(
                        statement,
                        List.of(statement),
                        Set.of(FaultCode.ENTRY_MISSING),
                        Set.of(at.position()),
                        null,
                        null)
                : new Tampering(
                        statement,
                        List.of(statement),
                        Set.of(FaultCode.ENTRY_MISSING),
                        Set.of(next.position()),
                        next.subject(),
                        next.revision());
    }
}
