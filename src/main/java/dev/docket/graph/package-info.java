/** How documents hang together: a project's, or those around one, as JSON and as text that tools draw. */
@org.jspecify.annotations.NullMarked
package dev.docket.graph;
