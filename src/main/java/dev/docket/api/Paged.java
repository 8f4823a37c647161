package dev.docket.api;

import org.jspecify.annotations.Nullable;

/** An answer that is one page of several. */
public interface Paged {

    /** Where the next page starts; null on the last one. */
    @Nullable
    String nextCursor();
}
