package dev.docket.markdown.fact;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Rel;
import org.jspecify.annotations.Nullable;

/**
 * Another document that a text names.
 *
 * @param rel what the words before it say of it; null where they say nothing
 * @param number 1 to 999,999
 * @param text the words that name it, link and all
 */
public record Mention(@Nullable Rel rel, Kind kind, int number, String text) {}
