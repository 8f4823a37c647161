package dev.docket.document;

import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Common;
import dev.docket.document.content.Option;
import dev.docket.document.content.Part;
import dev.docket.document.content.Risk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Files give their parts no ids: one that has the name of a part which is there already is that part. */
final class Namesakes {

    private Namesakes() {}

    /** What a file says, its parts under the ids that their namesakes have in the document. */
    static Common in(Document before, Common said) {
        return said.withParts(
                identified(before.options(), said.options(), Option::name),
                identified(before.risks(), said.risks(), Risk::description),
                identified(before.links(), said.links(), link -> link.rel() + " " + link.target()),
                null);
    }

    /** The ticks of a file as approvals that never count. */
    static @Nullable List<Approval> approvals(@Nullable Document before, List<Approval> ticks, Change change) {
        List<Approval> approvals =
                ticks.stream().map(tick -> history(tick, change)).toList();
        return before == null ? approvals : identified(before.approvals(), approvals, Namesakes::name);
    }

    private static String name(Approval tick) {
        return tick.role() + " " + tick.approver() + " " + tick.comment();
    }

    private static Approval history(Approval tick, Change change) {
        return new Approval(
                null,
                null,
                tick.role(),
                tick.approver(),
                false,
                Objects.requireNonNullElse(tick.state(), ApprovalState.APPROVED),
                null,
                Objects.requireNonNullElse(
                        tick.requestedAt(), Objects.requireNonNullElse(tick.decidedAt(), change.at())),
                null,
                tick.decidedBy(),
                tick.decidedAt(),
                tick.comment(),
                null,
                false,
                true);
    }

    private static <T extends Part<T>> @Nullable List<T> identified(
            List<T> before, @Nullable List<T> said, Function<T, @Nullable String> name) {
        if (said == null) {
            return null;
        }
        Map<String, String> ids = new HashMap<>();
        before.forEach(part -> ids.putIfAbsent(String.valueOf(name.apply(part)), Objects.requireNonNull(part.id())));
        List<T> identified = new ArrayList<>();
        for (T part : said) {
            String id = ids.remove(String.valueOf(name.apply(part)));
            identified.add(id == null ? part : part.identified(id, null));
        }
        return identified;
    }
}
