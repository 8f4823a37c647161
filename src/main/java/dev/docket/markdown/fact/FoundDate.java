package dev.docket.markdown.fact;

import java.time.LocalDate;

/**
 * A day that a text names.
 *
 * @param text the words that name it
 */
public record FoundDate(LocalDate date, String text) {}
