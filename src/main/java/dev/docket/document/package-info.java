/** ADRs and RFCs: the aggregate with its verbs, its lifecycle, its revisions and the resources that serve them. */
@org.jspecify.annotations.NullMarked
package dev.docket.document;
