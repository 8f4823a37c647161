package dev.docket.document;

import dev.docket.api.FieldError;
import dev.docket.document.content.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles one list of parts: an item with a known id is that part, one without is new and gets an id, a missing one is
 * removed. A part that changed, and only that, gets the new revision as its version.
 */
final class Parts {

    private final String member;
    private final int revision;
    private final Set<String> usedIds;
    private final List<FieldError> errors;

    /** @param usedIds every id ever used in the document; new ones are added */
    Parts(String member, int revision, Set<String> usedIds, List<FieldError> errors) {
        this.member = member;
        this.revision = revision;
        this.usedIds = usedIds;
        this.errors = errors;
    }

    /** @param derive gives a part, from what was sent and what it was before (null when new), what the server owns */
    <T extends Part<T>> @Nullable List<T> settle(List<T> before, @Nullable List<T> sent, Merge<T> derive) {
        if (sent == null) {
            return null;
        }
        Map<String, T> known =
                before.stream().collect(Collectors.toMap(part -> Objects.requireNonNull(part.id()), part -> part));
        Set<String> seen = new HashSet<>();
        List<T> settled = new ArrayList<>(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            T part = sent.get(i);
            String at = "/" + member + "/" + i;
            T old = part.id() == null ? null : known.get(part.id());
            if (part.id() != null && !seen.add(part.id())) {
                errors.add(FieldError.at(at + "/id", "duplicate", "two items have this id"));
            } else {
                settled.add(old == null ? added(part, at, derive) : kept(part, old, at, derive));
            }
        }
        return settled;
    }

    private <T extends Part<T>> T kept(T part, T old, String at, Merge<T> derive) {
        serverOwned(part.version(), old.version(), at + "/version");
        String id = Objects.requireNonNull(old.id());
        T merged = derive.apply(part, old, at).identified(id, old.version());
        return merged.equals(old) ? old : merged.identified(id, revision);
    }

    private <T extends Part<T>> T added(T part, String at, Merge<T> derive) {
        serverOwned(part.version(), null, at + "/version");
        String id = part.id() == null ? fresh(member, revision, usedIds) : part.id();
        if (part.id() != null && usedIds.contains(id)) {
            errors.add(FieldError.at(at + "/id", "used", "a part of this document had this id before"));
        }
        usedIds.add(id);
        return derive.apply(part, null, at).identified(id, revision);
    }

    /** An id that says what it is: {@code o3-1} is the first option that revision 3 added. */
    static String fresh(String member, int revision, Set<String> usedIds) {
        for (int nth = 1; ; nth++) {
            String id = member.charAt(0) + Integer.toString(revision) + "-" + nth;
            if (!usedIds.contains(id)) {
                return id;
            }
        }
    }

    /** Notes an error unless the sent value is absent or what the server has. */
    void serverOwned(@Nullable Object sent, @Nullable Object present, String pointer) {
        if (sent != null && !sent.equals(present)) {
            errors.add(FieldError.at(
                    pointer, "server-owned", "the server keeps this; send it back unchanged or leave it out"));
        }
    }

    /** How a sent part and the one it replaces become the part that is kept. */
    interface Merge<T> {
        T apply(T sent, @Nullable T old, String pointer);
    }
}
