package dev.docket.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/** Takes the fingerprint of a body while it is read, whoever reads it, and keeps nothing of it. */
@Provider
public class BodyReading implements ReaderInterceptor {

    private final CurrentVertxRequest request;

    BodyReading(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        RoutingContext routing = request.getCurrent();
        if (routing.request().headers().contains(Key.HEADER)) {
            reading.setInputStream(Fingerprint.of(routing).of(reading.getInputStream()));
        }
        return reading.proceed();
    }
}
