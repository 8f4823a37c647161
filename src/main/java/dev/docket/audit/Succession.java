package dev.docket.audit;

import dev.docket.document.RevisionHeader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the revisions of each document follow each other in the chain, and whether the chain knows of each
 * redaction: keeps one hash a document, and what is said of redactions until their entry comes.
 */
final class Succession {

    private final Map<String, Newest> documents = new HashMap<>();
    private final Map<String, Fault> unchained = new LinkedHashMap<>();

    private record Newest(int revision, byte[] sha256) {}

    /** What is wrong with an entry that is in order by itself; null where nothing is. */
    @Nullable
    Fault take(Entry entry) {
        RevisionHeader header = entry.header();
        byte[] sha256 = entry.headerSha256();
        if (header == null || sha256 == null) {
            return null;
        }
        byte[] scar = entry.redactionSha256();
        if (scar != null && Arrays.equals(scar, entry.link().revision())) {
            unchained.remove(HexFormat.of().formatHex(scar));
            return null;
        }
        if (scar != null) {
            unchained.put(
                    HexFormat.of().formatHex(scar),
                    fault(entry, header, FaultCode.REDACTION_UNCHAINED, "The chain does not know of its redaction."));
        }
        Newest before = documents.put(header.subject(), new Newest(header.revision(), sha256));
        boolean follows = before == null
                ? header.revision() == 1 && header.previous() == null
                : header.revision() == before.revision() + 1 && Arrays.equals(header.previous(), before.sha256());
        return follows ? null : fault(entry, header, FaultCode.ORDER, "It does not follow the revision before it.");
    }

    /** What is wrong after the last entry; null where nothing is. */
    @Nullable
    Fault end() {
        return unchained.values().stream().findFirst().orElse(null);
    }

    /** How many documents it knows. */
    int documents() {
        return documents.size();
    }

    private static Fault fault(Entry entry, RevisionHeader header, FaultCode code, String detail) {
        return new Fault(code, detail, entry.link().position(), header.subject(), header.revision());
    }
}
