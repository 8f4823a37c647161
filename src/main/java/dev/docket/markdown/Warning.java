package dev.docket.markdown;

/**
 * Something in a file that was not understood as it was meant to be, or not kept in the place it was written for; its
 * words are kept.
 *
 * @param line the line of the file, from 1
 * @param code what it is, in lower-case kebab, such as {@code unknown-status}
 * @param detail a sentence for a person
 */
public record Warning(int line, String code, String detail) {}
