package dev.docket.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook whose deliveries are this replica's to send for a while.
 *
 * @param present the secret as it is kept
 * @param previous the one before, where that signs as well
 * @param due the next of its deliveries, in their order; at least one
 */
record Claim(
        long webhook,
        long project,
        String owner,
        String url,
        byte[] present,
        byte @Nullable [] previous,
        List<Due> due) {}
