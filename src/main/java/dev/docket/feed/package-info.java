/** The feed as programs read it: by pages, and as a live stream; each sees what its caller may read. */
@org.jspecify.annotations.NullMarked
package dev.docket.feed;
