package dev.docket.document.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schema of a whole ADR in the contract: its JSON is the flat union of the members of these records. */
@Schema(
        name = "Adr",
        description = "An ADR: what the server keeps, what authors write in both kinds, and its sections.",
        allOf = {Envelope.class, Common.class, AdrSections.class})
public interface AdrDocument {}
