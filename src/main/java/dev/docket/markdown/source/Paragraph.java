package dev.docket.markdown.source;

import java.util.List;

/** Lines of prose. */
public record Paragraph(int line, List<String> source) implements Block {}
