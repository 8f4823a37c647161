/**
 * What a document says: the members of its JSON as records, each described and bounded where it stands.
 *
 * <p>Everything an author writes may be absent ({@code null}: unknown); an empty list means there are none. The bounds
 * are constraints for a {@code Validator}; they never refuse an absent member, and what must be present is the rule of
 * the aggregate.
 */
@org.jspecify.annotations.NullMarked
package dev.docket.document.content;
