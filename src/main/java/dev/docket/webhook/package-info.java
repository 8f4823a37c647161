/** Webhooks: which events of a project are sent where, signed, and again until they have arrived. */
@org.jspecify.annotations.NullMarked
package dev.docket.webhook;
