package dev.docket.markdown.source;

import org.jspecify.annotations.Nullable;

/**
 * An item of a list.
 *
 * @param line the line of the file that it begins on, from 1
 * @param done whether its box is ticked; null where it has no box
 * @param text its Markdown without marker, box and indent, nested lists and all
 */
public record Item(int line, @Nullable Boolean done, String text) {}
