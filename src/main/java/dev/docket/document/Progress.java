package dev.docket.document;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import dev.docket.document.content.Approval;
import dev.docket.document.content.ApprovalState;
import dev.docket.document.content.Status;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "ApprovalProgress",
        description = "How far an approval has come: its state, but stale where it was approved and judged content has "
                + "changed since.")
public enum Progress {
    PENDING,
    STALE,
    APPROVED,
    REJECTED,
    CHANGES_REQUESTED,
    ABSTAINED,
    CLOSED;

    /** Null where it would be waited for, were the document proposed and the approval no imported one. */
    static @Nullable Progress of(Approval approval, Status status) {
        Progress progress =
                Boolean.TRUE.equals(approval.stale()) ? STALE : of(Objects.requireNonNull(approval.state()));
        boolean idle = status != Status.PROPOSED || Boolean.TRUE.equals(approval.imported());
        return progress.waits() && idle ? null : progress;
    }

    /** The value in JSON, such as {@code changes-requested}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    private static Progress of(ApprovalState state) {
        return Kebab.constant(Progress.class, state.json());
    }

    /** Whether a verdict is waited for. */
    public boolean waits() {
        return this == PENDING || this == STALE;
    }
}
