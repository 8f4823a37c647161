package dev.docket.document;

/**
 * Fired in the transaction that removes the content of a revision: whoever keeps something made of it lets it go.
 *
 * @param address the document
 */
public record Redacted(long projectId, Address address) {}
