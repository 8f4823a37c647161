package dev.docket.postgres;

import java.io.IOException;
import java.nio.file.Path;

/** Another Docket holds the data directory. Its message is one line, fit to be shown to the operator. */
final class DataDirectoryInUse extends IOException {
    private static final long serialVersionUID = 1;

    DataDirectoryInUse(Path directory, String holder) {
        super("the data directory %s is in use by another Docket (process %s): stop that one, or set DOCKET_DATA_DIR"
                .formatted(directory, holder.isBlank() ? "unknown" : holder));
    }
}
