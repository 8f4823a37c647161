package dev.docket.proof;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters of an operation, as the code declares them; and a bean of them, as the framework would fill it. */
public final class QueryBean {

    private QueryBean() {}

    /** A bean with these values. */
    public static <T> T of(Class<T> type, Map<String, List<String>> query) {
        try {
            T bean = type.getDeclaredConstructor().newInstance();
            for (Field field : fields(type)) {
                field.setAccessible(true);
                QueryParam parameter = field.getAnnotation(QueryParam.class);
                if (parameter != null && query.containsKey(parameter.value())) {
                    field.set(bean, value(field.getType(), query.get(parameter.value())));
                } else if (field.isAnnotationPresent(Context.class)) {
                    field.set(bean, uri(query));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no bean of " + type, e);
        }
    }

    /** Every parameter, with the values that the contract names for it; none where any will do. */
    public static Map<String, List<String>> parameters(Class<?> type) {
        Map<String, List<String>> parameters = new TreeMap<>();
        for (Field field : fields(type)) {
            QueryParam parameter = field.getAnnotation(QueryParam.class);
            if (parameter != null) {
                parameters.put(parameter.value(), named(field));
            }
        }
        return parameters;
    }

    private static List<String> named(Field field) {
        if (field.getType() == Boolean.class) {
            return List.of("true", "false");
        }
        Schema schema = field.getAnnotation(Parameter.class).schema();
        Object[] constants = schema.implementation().getEnumConstants();
        return constants == null
                ? List.of(schema.enumeration())
                : Arrays.stream(constants)
                        .map(each ->
                                ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            fields.addAll(List.of(each.getDeclaredFields()));
        }
        return fields;
    }

    private static Object value(Class<?> type, List<String> values) {
        String first = values.get(0);
        if (type == List.class) {
            return values;
        } else if (type == Boolean.class) {
            return Boolean.valueOf(first);
        } else if (type == Integer.class) {
            return Integer.valueOf(first);
        } else if (type == Long.class) {
            return Long.valueOf(first);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(first);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.parse(first);
        }
        return first;
    }

    private static UriInfo uri(Map<String, List<String>> query) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putAll(query);
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getQueryParameters")) {
                        return parameters;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
