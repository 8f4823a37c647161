package dev.docket.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Names requests that were refused before a resource method was found for them: Quarkus would give them their whole path
 * for a name, whatever that is. It would bring secrets into the metrics, and names without number, of which only the first
 * hundred are kept.
 */
@Singleton
class Unmatched implements HttpServerMetricsTagsContributor {

    private static final String URI = "uri";
    private static final String REFUSED = "REFUSED";
    private static final String RESET = "RESET";

    /** What Quarkus keeps the path of the method in, with names for its parameters. */
    private static final String TEMPLATE = "UrlPathTemplate";

    @Override
    public Tags contribute(Context request) {
        int status = request.response().statusCode();
        if (status < 400 || request.requestContextLocalData(TEMPLATE) != null) {
            return Tags.empty();
        }
        return Tags.of(URI, status == 404 ? "NOT_FOUND" : REFUSED);
    }

    /** Of those whose client went away, as all readers of a stream do, it is not told whether a method was found. */
    @Produces
    @Singleton
    MeterFilter resets() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().equals("http.server.requests") && RESET.equals(id.getTag("status"))
                        ? id.replaceTags(Tags.of(id.getTags()).and(URI, RESET))
                        : id;
            }
        };
    }
}
