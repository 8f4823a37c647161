package dev.docket.markdown.source;

import java.util.List;

/** A block of any other sort: a quote, HTML, a rule, indented code, link definitions, a heading. */
public record Other(int line, List<String> source) implements Block {}
