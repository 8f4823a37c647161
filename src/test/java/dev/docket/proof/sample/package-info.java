/** A valid request of every operation, by feature: what the proofs send, bend and break. */
package dev.docket.proof.sample;
