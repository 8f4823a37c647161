package dev.docket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain paths of JSON answers, such as {@code items.key} or {@code errors[0].code}, as REST Assured does, but
 * without compiling a Groovy class for each, which took a sixth of the time of all tests. Whatever is not as plain is
 * left to REST Assured.
 */
final class PlainPaths implements Filter {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*|\\[\\d+])*");
    private static final Pattern STEP = Pattern.compile("\\w+");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        return (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(),
                new Class<?>[] {Response.class},
                (proxy, method, arguments) -> isPlain(method, arguments, response)
                        ? read(response.asString(), (String) arguments[0])
                        : invoke(response, method, arguments));
    }

    private static boolean isPlain(Method method, Object @Nullable [] arguments, Response response) {
        return method.getName().equals("path")
                && arguments != null
                && PLAIN.matcher((String) arguments[0]).matches()
                && response.contentType().contains("json");
    }

    private static @Nullable Object read(String json, String path) throws JsonProcessingException {
        Object value = MAPPER.readValue(json, Object.class);
        var step = STEP.matcher(path);
        while (step.find()) {
            value = step(value, step.group());
        }
        return value;
    }

    /** The member of an object; of a list the element of that index, or else the member of each. */
    private static @Nullable Object step(@Nullable Object value, String step) {
        if (value instanceof Map<?, ?> object) {
            return object.get(step);
        }
        if (!(value instanceof List<?> list)) {
            return null;
        }
        if (Character.isDigit(step.charAt(0))) {
            int index = Integer.parseInt(step);
            return index < list.size() ? list.get(index) : null;
        }
        var members = new ArrayList<@Nullable Object>();
        list.forEach(element -> members.add(step(element, step)));
        return members;
    }

    private static Object invoke(Response response, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(response, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
