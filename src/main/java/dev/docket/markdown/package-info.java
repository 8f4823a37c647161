/** Documents as Markdown: what a file says as a document's fields, and a document as a file of any template. */
@org.jspecify.annotations.NullMarked
package dev.docket.markdown;
