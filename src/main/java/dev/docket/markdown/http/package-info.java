/** Single documents as Markdown over HTTP: read, created from, compared; and the templates. */
@org.jspecify.annotations.NullMarked
package dev.docket.markdown.http;
