/** Registers over all documents: risks by how grave they are, approvals that wait, documents that are due. */
@org.jspecify.annotations.NullMarked
package dev.docket.register;
