package dev.docket.document;

/** The bytes of one revision, as they go to the wire. */
public record Stored(byte[] bytes, int revision) {}
