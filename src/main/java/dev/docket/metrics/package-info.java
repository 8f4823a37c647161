/** What Prometheus scrapes: gauges of the whole log, computed by one replica, and counts of what this one did. */
@org.jspecify.annotations.NullMarked
package dev.docket.metrics;
