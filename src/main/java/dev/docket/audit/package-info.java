/** Proof that nobody rewrote the log: the chain of a project verified, here or far from the service. */
@org.jspecify.annotations.NullMarked
package dev.docket.audit;
