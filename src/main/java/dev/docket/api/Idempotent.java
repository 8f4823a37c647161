package dev.docket.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a POST that is done once however often it is sent with the same {@code Idempotency-Key}
 * (draft-ietf-httpapi-idempotency-key-header-07). Every POST has it. Its writes become part of one transaction, which
 * keeps the answer too: by {@link Transactions#write}, or by {@code @Transactional}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {

    /** How many seconds that transaction may take, reading the body included. */
    @Nonbinding
    int seconds() default 10;
}
