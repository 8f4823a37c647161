/** What words of a Markdown file mean: statuses, dates, numbers, references, and which files are no documents. */
@org.jspecify.annotations.NullMarked
package dev.docket.markdown.fact;
