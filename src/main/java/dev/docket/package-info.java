/** Docket: the system of record for architecture decisions. */
@org.jspecify.annotations.NullMarked
package dev.docket;
