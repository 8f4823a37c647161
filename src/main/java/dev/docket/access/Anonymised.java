package dev.docket.access;

/**
 * Fired in the transaction that anonymises a principal: from now on nobody is called by its former name, and what can be
 * changed says the new one.
 *
 * @param id the principal's
 * @param former the name that it had
 * @param name the name that it has now, which says nothing
 * @param by the principal that has it anonymised
 */
public record Anonymised(long id, String former, String name, String by) {}
