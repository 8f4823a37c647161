package dev.docket.audit;

import dev.docket.event.ChainEntry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tampering by somebody who knows how the hashes are made, and makes some of them anew. */
final class Rewriting {

    private Rewriting() {}

    static List<Tampering> of(List<Intruder.Link> chain, long otherProject) {
        List<Tampering> all = new ArrayList<>();
        for (int at : List.of(2, chain.size() / 2, chain.size() - 2)) {
            all.addAll(of(chain.get(at), chain.get(at + 1), chain.get(0)));
        }
        Intruder.Link first = chain.get(0);
        Intruder.Link last = chain.get(chain.size() - 1);
        all.add(inserted(first, -1, null));
        all.add(inserted(first, last.position() + 1_000_000, last.sha256()));
        for (String change : List.of(
                "number = number + 100", "kind = 'rfc', number = 900", "number = 900, project_id = " + otherProject)) {
            all.add(new Tampering(
                    "another document: " + change,
                    List.of("UPDATE document SET %s WHERE id = %d".formatted(change, first.document())),
                    Set.of(FaultCode.HEADER_CHANGED),
                    Set.of(first.position()),
                    null,
                    null));
        }
        all.add(more(first, "revision + 1", FaultCode.REVISION_MISSING, 5, Set.of()));
        Set<Long> fourth = Set.of(chain.stream()
                .filter(link -> link.document() == first.document() && link.revision() == 4)
                .findFirst()
                .orElseThrow()
                .position());
        all.add(more(first, "revision - 1", FaultCode.ORDER, 4, fourth));
        return all;
    }

    private static List<Tampering> of(Intruder.Link link, Intruder.Link next, Intruder.Link first) {
        return List.of(
                found(
                        "a content with its hash",
                        FaultCode.HEADER_CHANGED,
                        link,
                        "UPDATE revision_content SET content = '{}'" + where(link),
                        "UPDATE revision SET content_sha256 = sha256('{}')" + where(link)),
                found(
                        "the entry of another revision, with its hash",
                        FaultCode.HEADER_CHANGED,
                        link,
                        entry(link, new ChainEntry(link.position(), first.about(), link.previous()))),
                found(
                        "an entry that begins the chain anew",
                        FaultCode.ENTRY_MISSING,
                        link,
                        entry(link, new ChainEntry(link.position(), link.about(), null))),
                swapped(link, next),
                found(
                        "two contents change places",
                        FaultCode.CONTENT_CHANGED,
                        link,
                        "UPDATE revision_content c SET content = o.content FROM revision_content o"
                                + " WHERE (c.document_id, c.number) IN (%1$s, %2$s) AND (o.document_id, o.number) IN (%1$s, %2$s)"
                                        .formatted(key(link), key(next))
                                + " AND (c.document_id, c.number) <> (o.document_id, o.number)"));
    }

    private static Tampering found(String name, FaultCode code, Intruder.Link at, String... statements) {
        return new Tampering(
                name, List.of(statements), Set.of(code), Set.of(at.position()), at.subject(), at.revision());
    }

    /** The document says that it has another number of revisions. */
    private static Tampering more(Intruder.Link at, String newest, FaultCode code, int revision, Set<Long> position) {
        return new Tampering(
                "a document whose newest is " + newest,
                List.of("UPDATE document SET revision = %s WHERE id = %d".formatted(newest, at.document())),
                Set.of(code),
                position,
                at.subject(),
                revision);
    }

    /** The same revision a second time, with hashes that fit. */
    private static Tampering inserted(Intruder.Link link, long position, byte @Nullable [] previous) {
        ChainEntry copy = new ChainEntry(position, link.about(), previous);
        return new Tampering(
                "an entry a second time, at " + position,
                List.of("INSERT INTO chain SELECT project_id, %d, document_id, revision, revision_sha256, %s, %s"
                                .formatted(position, previous == null ? "NULL" : bytes(previous), bytes(copy.sha256()))
                        + " FROM chain WHERE position = " + link.position()),
                Set.of(FaultCode.ENTRY_INSERTED),
                Set.of(position),
                null,
                null);
    }

    private static Tampering swapped(Intruder.Link one, Intruder.Link other) {
        return new Tampering(
                "two entries change places",
                List.of(
                        "UPDATE chain SET position = 0 WHERE position = " + one.position(),
                        "UPDATE chain SET position = %d WHERE position = %d"
                                .formatted(one.position(), other.position()),
                        "UPDATE chain SET position = %d WHERE position = 0".formatted(other.position())),
                Set.of(FaultCode.ENTRY_CHANGED),
                Set.of(one.position()),
                other.subject(),
                other.revision());
    }

    private static String entry(Intruder.Link at, ChainEntry entry) {
        String previous = entry.previous() == null ? "NULL" : bytes(entry.previous());
        return "UPDATE chain SET revision_sha256 = %s, previous_sha256 = %s, sha256 = %s WHERE position = %d"
                .formatted(bytes(entry.revision()), previous, bytes(entry.sha256()), at.position());
    }

    private static String where(Intruder.Link link) {
        return " WHERE (document_id, number) = " + key(link);
    }

    private static String key(Intruder.Link link) {
        return "(%d, %d)".formatted(link.document(), link.revision());
    }

    private static String bytes(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'::bytea";
    }
}
