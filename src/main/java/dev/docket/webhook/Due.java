package dev.docket.webhook;

/**
 * A delivery that is due.
 *
 * @param event the id of the event, which is the {@code webhook-id} of each attempt
 * @param body what is sent, in UTF-8
 * @param attempts how many there have been, in all
 * @param failed how many of them have failed since it was last queued
 */
record Due(long id, String event, String body, int attempts, int failed) {}
