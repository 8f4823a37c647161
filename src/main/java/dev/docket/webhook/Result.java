package dev.docket.webhook;

/** An attempt that was made. */
record Result(long webhook, Due due, Answer answer) {}
