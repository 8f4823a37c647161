package dev.docket.idempotency;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with what was answered before. */
class Replaying {

    @ServerExceptionMapper
    public Response map(Replay replay) {
        return replay.response();
    }
}
