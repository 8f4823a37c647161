package dev.docket;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sends plain requests over a connection that stays open. REST Assured makes a client for each of them, in Groovy, which
 * took a third of the time of all tests. Whatever is not as plain is left to it.
 */
final class PlainSending implements Filter {

    /** Their answers may have no end, or are read as they come. */
    private static final List<String> STREAMS = List.of("text/event-stream", "application/x-ndjson");

    private static final Pattern PRINTED = Pattern.compile("[!-~]([ -~]*[!-~])?");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        return plain(request).map(PlainSending::send).orElseGet(() -> context.next(request, expected));
    }

    private static Optional<HttpRequest> plain(FilterableRequestSpecification request) {
        if (!request.getFormParams().isEmpty()
                || !request.getMultiPartParams().isEmpty()
                || !isPlain(request.getURI(), request.getQueryParams())
                || !isPlain(request.getHeaders())) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(request.getURI());
            return body(request)
                    .map(body -> HttpRequest.newBuilder(uri).method(request.getMethod(), body))
                    .map(plain -> withHeaders(plain, request.getHeaders()));
        } catch (IllegalArgumentException cannot) {
            return Optional.empty();
        }
    }

    /** Of a parameter that was written into the path the address that is told has only the last value. */
    private static boolean isPlain(String uri, Map<String, ?> parameters) {
        String query = uri.substring(uri.indexOf('?') + 1);
        return query.equals(uri)
                || Arrays.stream(query.split("&", -1))
                        .allMatch(each -> parameters.containsKey(each.replaceFirst("=.*", "")));
    }

    private static boolean isPlain(Headers headers) {
        return !headers.hasHeaderWithName("Accept-Encoding")
                && headers.asList().stream()
                        .allMatch(header -> PRINTED.matcher(header.getValue()).matches())
                && headers.asList().stream().map(Header::getName).distinct().count() == headers.size();
    }

    private static Optional<BodyPublisher> body(FilterableRequestSpecification request) {
        Object body = request.getBody();
        if (body == null) {
            return Optional.of(BodyPublishers.noBody());
        }
        if (body instanceof byte[] bytes) {
            return Optional.of(BodyPublishers.ofByteArray(bytes));
        }
        return body instanceof String text
                        && !String.valueOf(request.getContentType()).contains("charset")
                ? Optional.of(BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static HttpRequest withHeaders(HttpRequest.Builder plain, Headers headers) {
        headers.forEach(header -> plain.header(header.getName(), header.getValue()));
        return plain.build();
    }

    private static Response send(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request, BodyHandlers.ofInputStream());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            ResponseBuilder response = new ResponseBuilder()
                    .setStatusCode(answer.statusCode())
                    .setContentType(type)
                    .setHeaders(headers(answer));
            return STREAMS.stream().anyMatch(type::startsWith)
                    ? response.setBody(answer.body()).build()
                    : response.setBody(answer.body().readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Headers headers(HttpResponse<?> answer) {
        return new Headers(answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Header(header.getKey(), value)))
                .toList());
    }
}
