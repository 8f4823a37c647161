package dev.docket.idempotency;

import dev.docket.access.Caller;
import dev.docket.access.Callers;
import dev.docket.api.FieldError;
import dev.docket.api.Idempotent;
import dev.docket.api.ProblemType;
import dev.docket.api.Transactions;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Does a request with an {@code Idempotency-Key} once: the first is done in a transaction that takes the key and keeps
 * the answer, any other gets that answer again, if its sender may still do what it asks for. What is refused is not kept.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class Once {

    private final CurrentVertxRequest current;
    private final Callers callers;
    private final Transactions transactions;
    private final Keys keys;
    private final Writing writing;
    private final Rights rights;

    Once(
            CurrentVertxRequest current,
            Callers callers,
            Transactions transactions,
            Keys keys,
            Writing writing,
            Rights rights) {
        this.current = current;
        this.callers = callers;
        this.transactions = transactions;
        this.keys = keys;
        this.writing = writing;
        this.rights = rights;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        RoutingContext request = current.getCurrent();
        List<String> sent = request.request().headers().getAll(Key.HEADER);
        if (sent.isEmpty()) {
            return call.proceed();
        }
        Caller caller = callers.current();
        Key key = Key.of(sent, caller.name(), request.request().method().name(), request.normalizedPath());
        Optional<Object> done = inTransaction(call, () -> first(call, key, request));
        if (done.isPresent()) {
            return done.get();
        }
        rights.check(caller, call.getMethod(), request.normalizedPath());
        throw again(key, request);
    }

    /** A body that is read as it comes cannot be read again, nor the work be done again. */
    private Optional<Object> inTransaction(InvocationContext call, Supplier<Optional<Object>> work) throws IOException {
        boolean read = Arrays.stream(call.getParameters()).noneMatch(InputStream.class::isInstance);
        int seconds = call.getInterceptorBinding(Idempotent.class).seconds();
        try {
            return read ? transactions.write(work) : transactions.writeOnce(Duration.ofSeconds(seconds), work);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Empty where the request has been answered before. */
    private Optional<Object> first(InvocationContext call, Key key, RoutingContext request) {
        if (!keys.claim(key)) {
            return Optional.empty();
        }
        Object made = proceed(call);
        Response response = made instanceof RestResponse<?> typed ? typed.toResponse() : (Response) made;
        Answer answer = writing.answer(response, Fingerprint.of(request).bytes());
        keys.keep(key, answer);
        // What can be written once only was written for keeping.
        boolean spent = response.getEntity() instanceof StreamingOutput;
        return Optional.of(
                spent ? Response.fromResponse(response).entity(answer.body()).build() : made);
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("an operation throws nothing else", e);
        }
    }

    private Replay again(Key key, RoutingContext request) {
        Answer answer = keys.find(key)
                .orElseThrow(() -> ProblemType.CONFLICT.because("The answer has just been let go of. Send it again."));
        if (!Arrays.equals(answer.fingerprint(), Fingerprint.of(request).bytes())) {
            throw ProblemType.UNPROCESSABLE.because(
                    "Another request was sent with this key.",
                    List.of(FieldError.in(Key.HEADER, "reused", "a key goes with one query and one body")));
        }
        return new Replay(answer);
    }
}
