package dev.docket.document;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All parts of one sort that a document has. */
record PartList<T>(
        @Schema(description = "The parts, in the order of the document.", required = true, maxItems = 500)
        List<T> items) {}
