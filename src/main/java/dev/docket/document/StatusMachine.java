package dev.docket.document;

import dev.docket.document.content.Kind;
import dev.docket.document.content.Status;
import java.util.function.BiConsumer;

/** The moves of {@link Move}, for those who only need to know that they are there. */
public final class StatusMachine {

    private StatusMachine() {}

    /** Calls with the status before and after every move that documents of the kind can make. */
    public static void forEach(Kind kind, BiConsumer<Status, Status> move) {
        for (Status from : Status.values()) {
            Move.from(kind, from).forEach(each -> move.accept(from, each.to()));
        }
    }
}
