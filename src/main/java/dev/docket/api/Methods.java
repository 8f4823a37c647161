package dev.docket.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods each path knows. The framework refuses a method without saying so, or calls the path unknown. */
@ApplicationScoped
class Methods {

    private final Map<Pattern, Set<String>> methods = new HashMap<>();

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
        methods.forEach((pattern, allowed) -> {
            if (pattern.matcher(path).matches()) {
                known.addAll(allowed);
            }
        });
        return known;
    }

    private void add(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Path below = method.getAnnotation(Path.class);
            String template = base + (below == null ? "" : "/" + below.value());
            verbs(method)
                    .forEach(verb -> methods.computeIfAbsent(pattern(template), none -> new TreeSet<>())
                            .add(verb));
        }
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
