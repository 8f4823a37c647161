package dev.docket.catalog;

import dev.docket.document.content.AdrDocument;
import dev.docket.document.content.RfcDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "ListedDocument",
        description = "A document in a list: a summary, or with view=full the whole of it.",
        anyOf = {Summary.class, AdrDocument.class, RfcDocument.class})
sealed interface Item permits Summary, Whole {}
