/** The PostgreSQL that Docket brings along for those who configure none. */
@org.jspecify.annotations.NullMarked
package dev.docket.postgres;
