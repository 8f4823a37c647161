package dev.docket.access;

/** Fired in the transaction that revokes a token or changes what a principal is. */
record AccessChanged() {}
