/** Who acts and what they may do: principals, their tokens, roles, scopes and the one table of permissions. */
@org.jspecify.annotations.NullMarked
package dev.docket.access;
