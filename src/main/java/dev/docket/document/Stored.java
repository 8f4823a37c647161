package dev.docket.document;

/** The bytes of one revision, as they go to the wire. */
record Stored(byte[] bytes, int revision) {}
