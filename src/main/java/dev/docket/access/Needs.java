package dev.docket.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a caller needs for an operation: one of the permissions, where it depends on the request which. The contract
 * repeats it as {@code x-docket-permission}; the checks themselves are where the operation does its work.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Permission[] value();
}
