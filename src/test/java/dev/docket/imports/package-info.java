@org.jspecify.annotations.NullMarked
package dev.docket.imports;
