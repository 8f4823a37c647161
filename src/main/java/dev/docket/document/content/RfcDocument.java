package dev.docket.document.content;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The schema of a whole RFC in the contract: its JSON is the flat union of the members of these records. */
@Schema(
        name = "Rfc",
        description = "An RFC: what the server keeps, what authors write in both kinds, and its sections.",
        allOf = {Envelope.class, Common.class, RfcSections.class})
public interface RfcDocument {}
