package dev.docket.document.content;

/** The sections of one kind of document. */
public sealed interface Sections permits AdrSections, RfcSections {}
