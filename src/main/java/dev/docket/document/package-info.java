/** Documents: ADRs and RFCs, each one aggregate that is versioned as a whole. */
@org.jspecify.annotations.NullMarked
package dev.docket.document;
