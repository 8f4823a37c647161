package dev.docket.document.content;

import org.jspecify.annotations.Nullable;

/** What options, risks, approvals and links have in common: an id and a version of their own within the document. */
public interface Part<T extends Part<T>> {

    @Nullable
    String id();

    @Nullable
    Integer version();

    /** This part under the id, at the version. */
    T identified(String id, @Nullable Integer version);
}
