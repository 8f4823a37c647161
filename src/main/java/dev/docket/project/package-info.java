/** Projects, their policy and their members, and what a caller may do in each. */
@org.jspecify.annotations.NullMarked
package dev.docket.project;
