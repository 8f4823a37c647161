package dev.docket.audit;

import org.jspecify.annotations.Nullable;

/**
 * What checkpoints say of one chain: that it had this entry.
 *
 * @param checkpoint the number of the first checkpoint that says so
 * @param position of the entry
 * @param sha256 of the entry, in hexadecimal
 * @param fault what is wrong with the checkpoint itself, so that it says nothing; null where nothing is
 */
record Witness(
        long checkpoint,
        long position,
        String sha256,
        @Nullable Fault fault) {}
