/** What keeps the service up and its answers safe: rate limits, the limit of requests in flight, security headers. */
@org.jspecify.annotations.NullMarked
package dev.docket.protection;
