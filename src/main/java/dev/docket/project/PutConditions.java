package dev.docket.project;

import dev.docket.api.ProblemType;
import dev.docket.api.Tag;
import jakarta.ws.rs.HeaderParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The conditions of a PUT that may create: one of the two has to be there. */
public class PutConditions {

    @HeaderParam("If-Match")
    @Parameter(
            description = "To change what is there: the ETag of what was read. 428 without either condition.",
            example = "\"3\"",
            schema = @Schema(maxLength = 1000))
    @Nullable
    String ifMatch;

    @HeaderParam("If-None-Match")
    @Parameter(
            description = "To make what is not there yet: *, and 412 when it is there.",
            example = "*",
            schema = @Schema(maxLength = 1000))
    @Nullable
    String ifNoneMatch;

    boolean creates() {
        return ifNoneMatch != null && ifNoneMatch.trim().equals("*");
    }

    /** 428 where neither condition is there, 412 where the one that is does not hold for the version there is. */
    void check(Optional<Integer> version) {
        if (creates()) {
            version.ifPresent(present -> {
                throw ProblemType.PRECONDITION_FAILED
                        .builder("It is there already.")
                        .withHeader("ETag", Tag.of(present))
                        .build();
            });
            return;
        }
        String wanted = Tag.required(ifMatch);
        Tag.require(
                wanted,
                version.orElseThrow(() -> ProblemType.PRECONDITION_FAILED.because(
                        "There is none of that name yet; If-None-Match: * makes one.")));
    }
}
