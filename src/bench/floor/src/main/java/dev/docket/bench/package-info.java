/** What a read costs at least: the bare framework, one indexed SELECT, the same bytes. */
@org.jspecify.annotations.NullMarked
package dev.docket.bench;
