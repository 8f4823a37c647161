/** Tests of what a document says, and the fixtures and examples that other tests send. */
@org.jspecify.annotations.NullMarked
package dev.docket.document.content;
