package dev.docket.access;

import org.jspecify.annotations.Nullable;

/**
 * Something done that the audit trail keeps: fired as an event in the transaction that does it, with which it is kept or
 * forgotten. From where it was done is found out by the trail.
 *
 * @param principal who did it; null for the service itself
 * @param project the key of the project it was done in; null for what is in none
 * @param subject the path of what it was done to
 * @param detail what is worth knowing beside that; never a secret
 */
public record Act(
        Action action,
        @Nullable String principal,
        @Nullable String project,
        String subject,
        @Nullable String detail) {}
