package dev.docket.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which methods each path knows, and the media types that each of them answers with. The framework refuses a method
 * without saying so, or calls the path unknown.
 */
@ApplicationScoped
class Methods {

    private final Map<Pattern, Map<String, Set<String>>> methods = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    Methods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(this::add);
    }

    /** The methods that the path knows, in alphabetical order; none where there is no such path. */
    Set<String> of(String path) {
        Set<String> known = new TreeSet<>();
        at(path).forEach(each -> known.addAll(each.keySet()));
        return known;
    }

    /** The types that the method answers with at the path, JSON first; none where there is no such method. */
    List<MediaType> types(String path, String method) {
        String known = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
        return at(path).flatMap(each -> each.getOrDefault(known, Set.of()).stream())
                .sorted(Comparator.comparing(type -> !type.equals(MediaType.APPLICATION_JSON)))
                .map(MediaType::valueOf)
                .toList();
    }

    private Stream<Map<String, Set<String>>> at(String path) {
        return methods.entrySet().stream()
                .filter(each -> each.getKey().matcher(path).matches())
                .map(Map.Entry::getValue);
    }

    private void add(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Path below = method.getAnnotation(Path.class);
            String template = base + (below == null ? "" : "/" + below.value());
            verbs(method)
                    .forEach(verb -> methods.computeIfAbsent(
                                    patterns.computeIfAbsent(template, Methods::pattern), none -> new HashMap<>())
                            .computeIfAbsent(verb, none -> new TreeSet<>())
                            .addAll(types(resource, method)));
        }
    }

    /** Without parameters: they say how the framework is to weigh the type. */
    private static List<String> types(Class<?> resource, Method method) {
        Produces produces = method.isAnnotationPresent(Produces.class)
                ? method.getAnnotation(Produces.class)
                : resource.getAnnotation(Produces.class);
        return produces == null
                ? List.of()
                : Arrays.stream(produces.value())
                        .map(type -> type.replaceFirst(";.*", ""))
                        .toList();
    }

    private static Stream<String> verbs(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value);
    }

    /** The expression for a template, whose variables may have expressions, with braces, of their own. */
    private static Pattern pattern(String template) {
        StringBuilder expression = new StringBuilder();
        for (String segment : template.split("/+", -1)) {
            if (segment.startsWith("{")) {
                int colon = segment.indexOf(':');
                String own = colon < 0 ? "[^/]+" : segment.substring(colon + 1, segment.length() - 1);
                expression.append("/(?:").append(own).append(')');
            } else if (!segment.isEmpty()) {
                expression.append('/').append(Pattern.quote(segment));
            }
        }
        return Pattern.compile(expression.toString());
    }
}
