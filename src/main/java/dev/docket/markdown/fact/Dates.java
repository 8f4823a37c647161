package dev.docket.markdown.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Days that a text names, in every usual form. */
public final class Dates {

    private static final String BEFORE = "(?<![\\p{L}\\d])(?<!\\d[-./_])";
    private static final String AFTER = "(?![\\p{L}\\d]|[-./_]\\d)";
    private static final String MONTH = "(\\p{L}[\\p{L}\\p{M}]{2,10})\\.?";

    /** Of a longer text, only the beginning counts. */
    private static final int LONGEST = 20_000;

    private Dates() {}

    /** The first day that the text names; one that no calendar has is none. */
    public static Optional<FoundDate> find(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Arrays.stream(Form.values())
                .flatMap(form -> form.first(start))
                .min(Comparator.comparingInt(Found::at))
                .map(found -> new FoundDate(found.date(), found.text()));
    }

    private record Found(int at, LocalDate date, String text) {}

    /** A way to write a day. */
    private enum Form {
        YEAR_FIRST(BEFORE + "(\\d{4})([-./_])(\\d{1,2})\\2(\\d{1,2})(?![\\d])(?![-./_]\\d)") {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(number(match, 1), number(match, 3), number(match, 4));
            }
        },
        COMPACT(BEFORE + "((?:19|20)\\d{2})(\\d{2})(\\d{2})(?![\\p{L}\\d&&[^T]])(?![-./_]\\d)") {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(number(match, 1), number(match, 2), number(match, 3));
            }
        },
        YEAR_LAST(BEFORE + "(\\d{1,2})([-./])[ ]?(\\d{1,2})\\2[ ]?(\\d{4}|\\d{2})" + AFTER) {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                int first = number(match, 1);
                int second = number(match, 3);
                int year = year(match, 4);
                // Nobody writes the month first with dots.
                boolean dots = ".".equals(match.group(2));
                LocalDate usual = dots ? day(year, second, first) : day(year, first, second);
                LocalDate other = dots ? day(year, first, second) : day(year, second, first);
                return usual == null ? other : usual;
            }
        },
        DAY_MONTH(BEFORE + "(\\d{1,2})(?:st|nd|rd|th|er|º|°|\\.)?[-\\s]+(?:of\\s+|de\\s+)?" + MONTH
                + "(?:,?\\s+de\\s+|[-,\\s]+)(\\d{4}|(?<=-)\\d{2})" + AFTER) {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(year(match, 3), Months.of(match.group(2)), number(match, 1));
            }
        },
        MONTH_DAY("(?<![\\p{L}\\d])" + MONTH + "[-\\s]+(\\d{1,2})(?:st|nd|rd|th)?[-,\\s]+(\\d{4})" + AFTER) {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(number(match, 3), Months.of(match.group(1)), number(match, 2));
            }
        },
        YEAR_MONTH(BEFORE + "(\\d{4})[-,\\s]+" + MONTH + "[-,\\s]+(\\d{1,2})(?:st|nd|rd|th)?" + AFTER) {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(number(match, 1), Months.of(match.group(2)), number(match, 3));
            }
        },
        CHARACTERS("(?<!\\d)(\\d{4})[年년]\\s*(\\d{1,2})[月월]\\s*(\\d{1,2})[日일]") {
            @Override
            @Nullable
            LocalDate read(MatchResult match) {
                return day(number(match, 1), number(match, 2), number(match, 3));
            }
        };

        private final Pattern pattern;

        Form(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        abstract @Nullable LocalDate read(MatchResult match);

        private Stream<Found> first(String text) {
            return pattern.matcher(text).results().flatMap(this::found).limit(1);
        }

        private Stream<Found> found(MatchResult match) {
            LocalDate date = read(match);
            return date == null ? Stream.of() : Stream.of(new Found(match.start(), date, match.group()));
        }
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(MatchResult match, int group) {
        int year = number(match, group);
        return match.group(group).length() == 2 ? year + 2000 : year;
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        try {
            LocalDate date = LocalDate.of(year, month, day);
            return date.getYear() < 1900 ? null : date;
        } catch (DateTimeException impossible) {
            return null;
        }
    }
}
