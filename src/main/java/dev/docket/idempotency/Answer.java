package dev.docket.idempotency;

import java.util.Map;

/**
 * An answer as it is kept.
 *
 * @param fingerprint of the request that it answered
 * @param status 200 to 299
 * @param headers those that the operation set, with the media type of the body
 * @param body without what is shown once
 */
record Answer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {}
