/** Events: written in the transaction of a change, put into one order after it, and chained per project. */
@org.jspecify.annotations.NullMarked
package dev.docket.event;
