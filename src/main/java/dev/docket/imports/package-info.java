/** Markdown of whole folders: brought in as documents, in the background and in one report, and given back as a zip. */
@org.jspecify.annotations.NullMarked
package dev.docket.imports;
