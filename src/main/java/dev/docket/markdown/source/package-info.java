/** A Markdown text as it stands: front matter, sections and blocks, none of which loses a line. */
@org.jspecify.annotations.NullMarked
package dev.docket.markdown.source;
