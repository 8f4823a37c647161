package dev.docket;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of PromQL as it takes to tell an expression's metric names from all else in it. */
final class PromQl {
    private static final Pattern QUOTED_OR_COMMENT =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|`[^`]*+`|#[^\\n]*+");
    private static final Pattern NAME_AS_LABEL = Pattern.compile("__name__\\s*(=~|!=|!~|=)\\s*([\"'`])(.*?)\\2");
    private static final Pattern NAME_IN_QUOTES = Pattern.compile("\\{\\s*[\"'`]");
    private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
    private static final String VARIABLE = "(?:\\$\\{[^}]*}|\\$\\w++)";
    private static final Pattern VARIABLE_IN_NAME = Pattern.compile("[\\w:]\\$|" + VARIABLE + "(?:[\\w:]|\\s*\\{)");
    private static final Pattern MATCHERS = Pattern.compile("\\{[^}]*}");
    private static final Pattern LABELS =
            Pattern.compile("(?i)\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    // Not part of a number or duration (5m, 0x1f), and not called, as functions and aggregations are.
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "unless", "atan2", "bool", "offset", "inf", "nan", "group_left", "group_right");

    private PromQl() {}

    /**
     * The metric names of an expression, which may hold a dashboard's variables where numbers, ranges or label values
     * stand.
     *
     * @throws IllegalArgumentException where a name cannot be known from the text: it is made with a variable, matched
     *     by a pattern, or quoted
     */
    static Set<String> metricNames(String expression) {
        var names = new TreeSet<String>();
        NAME_AS_LABEL.matcher(expression).results().forEach(match -> {
            refuse(!match.group(1).equals("="), expression);
            names.add(match.group(3));
        });
        refuse(NAME_IN_QUOTES.matcher(expression).find(), expression);
        String bare = RANGE.matcher(QUOTED_OR_COMMENT.matcher(expression).replaceAll(""))
                .replaceAll("");
        refuse(VARIABLE_IN_NAME.matcher(bare).find(), expression);
        bare = MATCHERS.matcher(bare.replaceAll(VARIABLE, "0")).replaceAll("");
        bare = LABELS.matcher(bare).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(match -> match.group())
                .filter(name -> !KEYWORDS.contains(name.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> names));
    }

    private static void refuse(boolean unknowable, String expression) {
        if (unknowable) {
            throw new IllegalArgumentException("a metric name is not plain in: " + expression);
        }
    }
}
