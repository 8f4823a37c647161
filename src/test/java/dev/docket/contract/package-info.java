/** Holds the service to its OpenAPI 3.1 contract: every exchange of every test against it, and it against the released one. */
@org.jspecify.annotations.NullMarked
package dev.docket.contract;
