package dev.docket.imports;

/** How much an upload may hold; whatever is over is refused as soon as that is seen. */
final class Limits {

    /** 64 MiB: the body as it was sent. */
    static final long BODY = 64L << 20;

    static final int FILES = 5_000;
    /** Files and folders. */
    static final int ENTRIES = 10_000;

    /** 1 MiB: one Markdown file. */
    static final int FILE = 1 << 20;

    /** 64 MiB: all that is unpacked. */
    static final long UNPACKED = 64L << 20;
    /** How many times longer than the archive all that is unpacked may be. */
    static final long RATIO = 100;
    /** 1 MiB: names and attributes between two files of a tar. */
    static final long BETWEEN_FILES = 1L << 20;

    /** Characters of a path: it is a key of an index, too. */
    static final int PATH = 500;

    private Limits() {}
}
