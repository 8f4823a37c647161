package dev.docket.api;

import java.io.IOException;
import java.io.InputStream;

/** Bodies of requests, bounded. */
public final class Bodies {

    /** 4 MiB, in bytes. */
    static final int MAX = 4 << 20;

    private Bodies() {}

    /** The whole body, or 413 as soon as it is longer than {@link #MAX}. */
    public static byte[] read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX + 1);
        if (bytes.length > MAX) {
            throw ProblemType.PAYLOAD_TOO_LARGE.because("The body may have at most 4 MiB.");
        }
        return bytes;
    }
}
