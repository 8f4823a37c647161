/** The audit trail: who was refused what, who changed tokens, members and policies, when and from where. */
@org.jspecify.annotations.NullMarked
package dev.docket.trail;
