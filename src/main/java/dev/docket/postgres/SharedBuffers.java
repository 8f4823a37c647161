package dev.docket.postgres;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much memory the embedded server keeps pages in: a sixteenth of what there is, for the service and the system's own
 * cache live there too. It takes as much as it has read, so a small database costs little on a large machine.
 */
final class SharedBuffers {

    private static final long PART = 16;
    private static final long LEAST = 128;
    private static final long MOST = 1024;

    private SharedBuffers() {}

    /** Megabytes, of a machine with so many. */
    static long of(long memory) {
        return Math.max(LEAST, Math.min(memory / PART, MOST));
    }

    /** Megabytes of this machine, or of this container where it may have less. */
    static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    }
}
