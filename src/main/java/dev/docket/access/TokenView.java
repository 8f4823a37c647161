package dev.docket.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.docket.api.Names;
import dev.docket.api.ShownOnce;
import java.time.Instant;
import java.util.SortedSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Token", description = "What opens the service for a principal. The secret itself is shown once.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenView(
        @Schema(description = "The token's id.", examples = "17", minimum = "1", required = true)
        long id,

        @Schema(
                description = "The principal that acts with it.",
                examples = "portal",
                maxLength = Names.PRINCIPAL,
                pattern = Names.PRINCIPAL_PATTERN,
                required = true)
        String principal,

        @Schema(
                description = "What it is for, in words of whoever made it.",
                examples = "nightly import",
                maxLength = NewToken.NAME,
                required = true)
        String name,

        @Schema(description = "What it may be used for.", examples = "[\"read\"]", maxItems = 3, required = true)
        SortedSet<Scope> scopes,

        @Schema(description = "When it was made.", required = true)
        Instant createdAt,

        @Schema(
                description = "The principal that made it.",
                examples = "admin",
                maxLength = Names.PRINCIPAL,
                pattern = Names.PRINCIPAL_PATTERN,
                required = true)
        String createdBy,

        @Schema(description = "From when on it no longer works; absent if it always will.") @Nullable
        Instant expiresAt,

        @Schema(description = "When it was revoked; absent while it was not.") @Nullable
        Instant revokedAt,

        @Schema(description = "When it was used last, to about a minute; in lists only, absent if it never was.")
        @Nullable
        Instant lastUsedAt,

        @Schema(
                description = "The secret, to be sent as bearer token; only in the answer to the making of it.",
                examples = "dkt_0000000000000000000000000000abcd_4S0Yzd",
                maxLength = 43,
                pattern = "^dkt_[0-9A-Za-z]{32}_[0-9A-Za-z]{6}$")
        @ShownOnce
        @Nullable
        String token) {}
