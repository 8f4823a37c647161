package dev.docket.api;

import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller accepts (RFC 9110, section 12.5.1): the most specific range that covers a type says how much it is
 * wanted. Of types that are wanted alike, the one that is named more precisely comes first, then the one named earlier.
 * Parameters other than {@code q} play no part, and what is no media range is passed over.
 */
final class Accept {

    private static final Pattern RANGE =
            Pattern.compile("\\s*([^\\s/;,]+)/([^\\s/;,]+)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALITY =
            Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.\\d{0,3})?|1(?:\\.0{0,3})?)\\s*(?:;|$)");

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    private record Range(String type, String subtype, double quality, int place) {

        boolean covers(MediaType offered) {
            return (type.equals("*") || type.equals(offered.getType()))
                    && (subtype.equals("*") || subtype.equals(offered.getSubtype()));
        }

        int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    private record Choice(MediaType offered, Range by) {

        private static final Comparator<Choice> BETTER = Comparator.<Choice>comparingDouble(choice -> choice.by.quality)
                .thenComparingInt(choice -> choice.by.precision())
                .thenComparingInt(choice -> -choice.by.place);
    }

    /** Reads the header; its lines, if there are several, joined by commas. */
    static Accept of(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                ranges.add(new Range(range.group(1), range.group(2), quality(range.group(3)), ranges.size()));
            }
        }
        return new Accept(ranges);
    }

    /** The best of the types on offer, the first among equals; empty when none will do. */
    Optional<MediaType> best(Collection<MediaType> offered) {
        return offered.stream()
                .flatMap(type -> decisive(type).map(range -> new Choice(type, range)).stream())
                .filter(choice -> choice.by.quality > 0)
                .reduce((first, next) -> Choice.BETTER.compare(next, first) > 0 ? next : first)
                .map(choice -> choice.offered);
    }

    private Optional<Range> decisive(MediaType offered) {
        return ranges.stream()
                .filter(range -> range.covers(offered))
                .reduce((first, next) -> next.precision() > first.precision() ? next : first);
    }

    private static double quality(@Nullable String parameters) {
        Matcher quality = QUALITY.matcher(parameters == null ? "" : parameters);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }
}
