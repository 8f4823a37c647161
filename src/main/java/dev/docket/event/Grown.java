package dev.docket.event;

/**
 * Fired on every replica soon after the feed has grown, whoever made it grow; several batches may be told as one.
 * Whoever observes it returns at once.
 *
 * @param head the newest position, at least
 */
public record Grown(long head) {}
