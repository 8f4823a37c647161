package dev.docket.audit;

import dev.docket.api.CanonicalJson;
import dev.docket.document.RevisionHeader;
import dev.docket.event.ChainEntry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rewrites a chain from a place to its end, and makes every hash behind it anew, so that all of them are right. */
final class Forger {

    private final Intruder intruder;

    Forger(Intruder intruder) {
        this.intruder = intruder;
    }

    /** Forges the entry at that index; the name of a {@code Forgery} says what of it. */
    void rewrite(String forgery, int from) throws SQLException {
        List<Intruder.Link> chain = intruder.chain();
        Map<Long, byte[]> newest = new HashMap<>();
        byte @Nullable [] last = null;
        for (int i = 0; i < chain.size(); i++) {
            Intruder.Link link = chain.get(i);
            if (i == from && forgery.equals("LEFT_OUT")) {
                // The last entry with its revision, so that the document is left with fewer.
                leaveOut(chain.get(chain.size() - 1));
                return;
            }
            byte[] about =
                    i < from ? link.about() : revision(link, newest.get(link.document()), i == from ? forgery : "");
            ChainEntry entry = new ChainEntry(link.position(), about, last);
            if (i >= from) {
                intruder.change(
                        "UPDATE chain SET revision_sha256 = ?, previous_sha256 = ?, sha256 = ? WHERE position = ?",
                        about,
                        last,
                        entry.sha256(),
                        link.position());
            }
            newest.put(link.document(), about);
            last = entry.sha256();
        }
    }

    private void leaveOut(Intruder.Link link) throws SQLException {
        intruder.change("DELETE FROM chain WHERE position = ?", link.position());
        for (String table : List.of("revision", "revision_content")) {
            intruder.change(
                    "DELETE FROM " + table + " WHERE document_id = ? AND number = ?", link.document(), link.revision());
        }
        intruder.change("UPDATE document SET revision = revision - 1 WHERE id = ?", link.document());
    }

    private byte[] revision(Intruder.Link link, byte @Nullable [] previous, String forgery) throws SQLException {
        Intruder.Written written = intruder.written(link);
        byte[] content = forgery.equals("CONTENT")
                ? new String(written.content(), StandardCharsets.UTF_8)
                        .replace("T", "X")
                        .getBytes(StandardCharsets.UTF_8)
                : written.content();
        Instant at = forgery.equals("TIME") ? written.at().plusMillis(1) : written.at();
        String actor = forgery.equals("ACTOR") ? "mallory" : written.actor();
        String message = forgery.equals("MESSAGE") ? "Forged" : written.message();
        byte[] contentSha256 = CanonicalJson.sha256(content);
        byte[] sha256 = new RevisionHeader(link.subject(), link.revision(), at, actor, message, contentSha256, previous)
                .sha256();
        intruder.change(
                "UPDATE revision_content SET content = ? WHERE document_id = ? AND number = ?",
                content,
                link.document(),
                link.revision());
        intruder.change(
                "UPDATE revision SET at = ?, actor = ?, message = ?, content_sha256 = ?, previous_sha256 = ?, sha256 = ?"
                        + " WHERE document_id = ? AND number = ?",
                at.atOffset(ZoneOffset.UTC),
                actor,
                message,
                contentSha256,
                previous,
                sha256,
                link.document(),
                link.revision());
        return sha256;
    }
}
