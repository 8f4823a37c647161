package dev.docket.document;

import org.jspecify.annotations.Nullable;

/**
 * Fired in the transaction of every change of a document.
 *
 * @param before null when the document is new
 */
public record Changed(@Nullable Document before, Document after) {}
