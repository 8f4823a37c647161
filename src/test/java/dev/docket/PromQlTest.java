package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '\0',
            value = {
                "up → up",
                "job:requests:rate5m > 0.5 → job:requests:rate5m",
                "sum(rate(a_total[5m])) → a_total",
                "sum by (le, uri) (rate(a_bucket{uri=~\"/b|{c}\", d!='e'}[5m])) → a_bucket",
                "sum(a) without (b) / on (c) group_left (d) e → a e",
                "SUM BY (x) (a) AND a2 UNLESS ON () b → a a2 b",
                "a / on (b) group_left c → a c",
                "histogram_quantile(0.99, a) > bool 1e3 → a",
                "a offset 5m + b @ end() - c @ 1609746000 → a b c",
                "max_over_time(deriv(a[1h30m:5m])[1d:]) * 0x1f + 1.5e3 → a",
                "absent(a == 1) or vector(0) * +Inf or NaN → a",
                "label_replace(a, \"b\", \"c # d\", \"e\", \"f\\\"g{h\") # i > j → a",
                "count_values('a b', c) > 3 * d → c d",
                "{__name__=\"a\", b=\"c\"} + {b=\"c\", __name__ = 'd'} → a d",
                "rate(a{b=~\"$c\", d=\"${e:regex}\"}[$__rate_interval]) > $f → a",
                "topk(${n}, a[${m}s]) → a",
                "sum(a)by(b)>c → a c",
                "42 → ",
            })
    void tellsNamesFromAllElse(String expression, String names) {
        assertThat(PromQl.metricNames(expression))
                .containsExactlyElementsOf(names == null ? List.of() : List.of(names.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_$b",
                "${a}_total",
                "sum($a{b=\"c\"})",
                "a:${b}",
                "{__name__=~\"a.+\"}",
                "{__name__!=\"a\"}",
                "rate({\"a.b\", c=\"d\"}[5m])"
            })
    void refusesNamesItCannotKnow(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> PromQl.metricNames(expression));
    }
}
