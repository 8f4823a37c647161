package dev.docket.markdown.source;

import java.util.List;

/**
 * A list.
 *
 * @param ordered whether its items are numbered
 */
public record Items(int line, List<String> source, boolean ordered, List<Item> items) implements Block {}
