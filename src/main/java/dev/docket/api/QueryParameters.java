package dev.docket.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, with 400, query parameters that the operation does not declare, that are not of the type it declares, or that
 * are there twice where one is wanted. The framework would pass over the first and answer 404 to the second.
 */
class QueryParameters {

    private static final Map<Method, Map<String, Class<?>>> KNOWN = new ConcurrentHashMap<>();

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
    public void filter(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, List<String>> parameters = request.getUriInfo().getQueryParameters();
        if (parameters.isEmpty()) {
            return;
        }
        Map<String, Class<?>> known = KNOWN.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declared);
        List<FieldError> errors = parameters.entrySet().stream()
                .map(sent -> error(sent.getKey(), known.get(sent.getKey()), sent.getValue()))
                .filter(error -> error != null)
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemType.UNREADABLE.because("A query parameter cannot be read.", errors);
        }
    }

    private static @Nullable FieldError error(String name, @Nullable Class<?> type, List<String> values) {
        if (type == null) {
            return FieldError.in(Pointers.cut(name), "unknown", "this operation has no such parameter");
        }
        if (values.size() > 1 && !Collection.class.isAssignableFrom(type)) {
            return FieldError.in(name, "repeated", "it can be there only once");
        }
        return values.stream().allMatch(value -> readable(type, value))
                ? null
                : FieldError.in(name, "type", "it is not of the type that the contract names");
    }

    private static boolean readable(Class<?> type, String value) {
        if (value.indexOf(0) >= 0) {
            return false;
        }
        try {
            if (type == Integer.class || type == int.class) {
                Integer.parseInt(value);
            } else if (type == Long.class || type == long.class) {
                Long.parseLong(value);
            } else if (type == LocalDate.class) {
                LocalDate.parse(value);
            } else if (type == OffsetDateTime.class) {
                OffsetDateTime.parse(value);
            } else if (type == Boolean.class || type == boolean.class) {
                return value.equals("true") || value.equals("false");
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException e) {
            return false;
        }
    }

    private static Map<String, Class<?>> declared(Method method) {
        Map<String, Class<?>> known = new HashMap<>();
        for (var parameter : method.getParameters()) {
            add(known, parameter, parameter.getType());
        }
        return known;
    }

    private static void add(Map<String, Class<?>> known, AnnotatedElement declaration, Class<?> type) {
        QueryParam query = declaration.getAnnotation(QueryParam.class);
        if (query != null) {
            known.put(query.value(), type);
        }
        if (declaration.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> bean = type; bean != null; bean = bean.getSuperclass()) {
                for (var field : bean.getDeclaredFields()) {
                    add(known, field, field.getType());
                }
            }
        }
    }
}
