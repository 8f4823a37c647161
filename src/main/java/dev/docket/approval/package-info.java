/** The approval policy as a guard of acceptance. */
@org.jspecify.annotations.NullMarked
package dev.docket.approval;
