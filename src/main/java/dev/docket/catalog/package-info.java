/** Lists of documents over projects, filtered, searched, counted, and as they were at an instant. */
@org.jspecify.annotations.NullMarked
package dev.docket.catalog;
