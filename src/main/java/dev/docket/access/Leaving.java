package dev.docket.access;

/**
 * Fired in the transaction that is about to anonymise a principal, before the principal is locked: rows of others that
 * have to change with it are locked now, for whoever changes those locks them before the principal, too.
 */
public record Leaving(String name) {}
