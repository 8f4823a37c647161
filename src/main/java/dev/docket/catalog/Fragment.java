package dev.docket.catalog;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Fragment", description = "A piece of a snippet: plain text, never markup, whatever it looks like.")
record Fragment(
        @Schema(
                description = "The text as it stands in the document.",
                examples = "ledger",
                required = true,
                maxLength = Passage.LONGEST)
        String text,

        @Schema(description = "Whether it is a word that was searched for.", required = true)
        boolean hit) {}
