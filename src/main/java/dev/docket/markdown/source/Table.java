package dev.docket.markdown.source;

import java.util.List;

/**
 * A table.
 *
 * @param header the Markdown of its header cells
 * @param rows the Markdown of the other cells; a row has as many as the header, or more where the source has more
 */
public record Table(int line, List<String> source, List<String> header, List<List<String>> rows) implements Block {}
