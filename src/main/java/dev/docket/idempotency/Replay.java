package dev.docket.idempotency;

import jakarta.ws.rs.core.Response;

/** Thrown instead of doing a request again: the answer that it got the first time. */
public final class Replay extends RuntimeException {

    static final String HEADER = "Idempotency-Replayed";

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    Replay(Answer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.header(HEADER, "true").build();
    }
}
