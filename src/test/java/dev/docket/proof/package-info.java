/** Proofs made from the contract: an operation that is new is covered by them, or they fail. */
package dev.docket.proof;
