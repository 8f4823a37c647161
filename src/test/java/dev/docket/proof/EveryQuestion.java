package dev.docket.proof;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Questions with each parameter that an operation declares, each of its values, alone and with others. A parameter without
 * values fails: whoever adds one says what it is asked with.
 */
public final class EveryQuestion<T> {

    private static final Set<String> PAGING = Set.of("cursor", "limit");

    private final Class<T> type;
    private final Map<String, List<String>> values = new TreeMap<>();
    private final Random random = new Random(5);

    /** @param samples of the parameters that the contract names no values of */
    public EveryQuestion(Class<T> type, Map<String, List<String>> samples) {
        this.type = type;
        QueryBean.parameters(type).forEach((name, named) -> {
            List<String> asked = samples.getOrDefault(name, named);
            if (!PAGING.contains(name)) {
                values.put(name, asked);
                if (asked.isEmpty()) {
                    throw new AssertionError("say which values " + name + " of " + type + " is to be asked with");
                }
            }
        });
    }

    /**
     * Asks, and the next page where there is one.
     *
     * @param ask answers the cursor to the next page, null where there is none; what it refuses with 400 was no question
     * @param more how many questions more, of several parameters each
     * @return how many questions were answered
     */
    public int ask(Function<T, @Nullable String> ask, int more) {
        List<Map<String, List<String>>> alone = new ArrayList<>();
        values.forEach((name, each) -> each.forEach(value -> alone.add(Map.of(name, List.of(value)))));
        int count = isAnswered(ask, Map.of()) ? 1 : 0;
        for (Map<String, List<String>> question : alone) {
            boolean answered = isAnswered(ask, question)
                    || alone.stream().anyMatch(other -> isAnswered(ask, both(other, question)));
            if (!answered) {
                throw new AssertionError("no answer to " + question);
            }
            count++;
        }
        for (int i = 0; i < more; i++) {
            count += isAnswered(ask, several()) ? 1 : 0;
        }
        return count;
    }

    private static Map<String, List<String>> both(Map<String, List<String>> one, Map<String, List<String>> other) {
        Map<String, List<String>> both = new TreeMap<>(one);
        both.putAll(other);
        return both;
    }

    private Map<String, List<String>> several() {
        Map<String, List<String>> question = new TreeMap<>();
        List<Map.Entry<String, List<String>>> all = List.copyOf(values.entrySet());
        for (int i = random.nextInt(4); i >= 0; i--) {
            Map.Entry<String, List<String>> one = all.get(random.nextInt(all.size()));
            question.put(
                    one.getKey(),
                    List.of(one.getValue().get(random.nextInt(one.getValue().size()))));
        }
        return question;
    }

    private boolean isAnswered(Function<T, @Nullable String> ask, Map<String, List<String>> question) {
        try {
            Map<String, List<String>> page = new TreeMap<>(question);
            page.put("limit", List.of(Integer.toString(1 + random.nextInt(50))));
            String cursor = ask.apply(QueryBean.of(type, page));
            for (int i = 0; i < 1 && cursor != null; i++) {
                page.put("cursor", List.of(cursor));
                cursor = ask.apply(QueryBean.of(type, page));
            }
            return true;
        } catch (HttpProblem e) {
            if (e.getStatusCode() != 400) {
                throw e;
            }
            return false;
        }
    }
}
