package dev.docket.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Names requests that no resource method was found for: Quarkus would give them their whole path for a name, whatever that
 * is. It would bring secrets into the metrics, and names without number, of which only the first hundred are kept.
 */
@Singleton
class Unmatched implements HttpServerMetricsTagsContributor {

    private static final String URI = "uri";
    private static final String RESET = "RESET";

    /** What Quarkus keeps the path of the method in, with names for its parameters. */
    private static final String TEMPLATE = "UrlPathTemplate";

    @Override
    public Tags contribute(Context request) {
        if (request.requestContextLocalData(TEMPLATE) != null) {
            return Tags.empty();
        }
        return Tags.of(URI, request.response().statusCode() == 404 ? "NOT_FOUND" : "UNMATCHED");
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
