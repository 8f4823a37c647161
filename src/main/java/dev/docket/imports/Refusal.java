package dev.docket.imports;

import dev.docket.api.FieldError;
import dev.docket.api.Pointers;
import dev.docket.api.ProblemType;
import java.util.List;

/** Why an upload is refused as a whole: 400 where it is broken, 413 where it is too large, 422 where it plays tricks. */
final class Refusal {

    private Refusal() {}

    static RuntimeException broken(String detail) {
        return ProblemType.UNREADABLE.because("The archive cannot be read: " + detail + ".");
    }

    static RuntimeException broken(String entry, String detail) {
        return ProblemType.UNREADABLE.because("The archive cannot be read: " + shown(entry) + " " + detail + ".");
    }

    static RuntimeException tooLarge(String detail) {
        return ProblemType.PAYLOAD_TOO_LARGE.because(detail);
    }

    static RuntimeException tooLarge(String entry, String detail) {
        return ProblemType.PAYLOAD_TOO_LARGE.because(shown(entry) + " " + detail);
    }

    static RuntimeException trick(String entry, String code, String detail) {
        return ProblemType.UNPROCESSABLE.because(
                shown(entry) + " " + detail + ". Nothing was imported.",
                List.of(FieldError.at("", code, shown(entry) + " " + detail)));
    }

    /** The name of an entry, harmless to show. */
    static String shown(String entry) {
        return Pointers.quote(entry.replaceAll("[\\p{C}]", "\uFFFD"));
    }
}
