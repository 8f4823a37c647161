/** Requests that are sent again: done once, and answered again as the first time. */
@org.jspecify.annotations.NullMarked
package dev.docket.idempotency;
