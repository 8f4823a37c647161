package dev.docket.webhook;

import dev.docket.api.FieldError;
import dev.docket.api.Paging;
import dev.docket.api.ProblemType;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries are wanted. */
public class DeliveryQuery extends Paging {

    @QueryParam("state")
    @Parameter(
            description = "Only deliveries in this state.",
            example = "dead",
            schema = @Schema(implementation = DeliveryState.class))
    @Nullable
    String state;

    /** Null for all; 400 for a state that there is not. */
    @Nullable
    DeliveryState state() {
        if (state == null) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(each -> each.json().equals(state))
                .findFirst()
                .orElseThrow(() -> ProblemType.UNREADABLE.because(
                        "Deliveries cannot be asked for so.",
                        List.of(FieldError.in("state", "value", "there is no such state"))));
    }
}
