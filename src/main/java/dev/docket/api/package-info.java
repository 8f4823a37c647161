/** What all HTTP shares: problems, strict JSON, entity tags, pages and cursors. Knows no feature. */
@org.jspecify.annotations.NullMarked
package dev.docket.api;
