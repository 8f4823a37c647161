/** Shapes the OpenAPI document at build time: what code alone does not say, or says once for two kinds. */
@org.jspecify.annotations.NullMarked
package dev.docket.contract;
