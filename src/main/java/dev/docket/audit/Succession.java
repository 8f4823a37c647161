package dev.docket.audit;

import dev.docket.document.RevisionHeader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks whether the revisions of each document follow each other in the chain: keeps one hash a document. */
final class Succession {

    private final Map<String, Newest> documents = new HashMap<>();

    private record Newest(int revision, byte[] sha256) {}

    /** What is wrong with an entry that is in order by itself; null where nothing is. */
    @Nullable
    Fault take(Entry entry) {
        RevisionHeader header = entry.header();
        byte[] sha256 = entry.headerSha256();
        if (header == null || sha256 == null) {
            return null;
        }
        Newest before = documents.put(header.subject(), new Newest(header.revision(), sha256));
        boolean follows = before == null
                ? header.revision() == 1 && header.previous() == null
                : header.revision() == before.revision() + 1 && Arrays.equals(header.previous(), before.sha256());
        return follows
                ? null
                : new Fault(
                        FaultCode.ORDER,
                        "It does not follow the revision before it.",
                        entry.link().position(),
                        header.subject(),
                        header.revision());
    }

    /** How many documents it knows. */
    int documents() {
        return documents.size();
    }
}
