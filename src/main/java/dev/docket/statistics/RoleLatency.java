package dev.docket.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(description = "How long one policy role takes for its verdicts.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RoleLatency(
        @Schema(
                description = "The policy role; absent for verdicts of those who were asked by name only.",
                examples = "security",
                maxLength = Names.ROLE)
        @Nullable
        String role,

        @Schema(description = "From the request to each verdict.", required = true)
        Times latency) {}
