/** How decisions go: how many documents there are, how long deciding takes, and what is still open. */
@org.jspecify.annotations.NullMarked
package dev.docket.statistics;
