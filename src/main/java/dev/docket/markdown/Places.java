package dev.docket.markdown;

import dev.docket.document.content.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The places of all members of a kind, in the canonical order. */
final class Places {

    static final Places ADR =
            new Places(Stream.concat(AdrPlaces.ALL.stream(), common(Kind.ADR)).toList());
    static final Places RFC =
            new Places(Stream.concat(RfcPlaces.ALL.stream(), common(Kind.RFC)).toList());

    private final List<Place> all;
    private final Map<String, Place> top = new HashMap<>();

    private Places(List<Place> all) {
        this.all = all;
        all.stream()
                .filter(place -> place.reach() != Place.Reach.PARENT)
                .forEach(place -> place.names().forEach(name -> top.putIfAbsent(name, place)));
    }

    static Places of(Kind kind) {
        return kind == Kind.ADR ? ADR : RFC;
    }

    private static Stream<Place> common(Kind kind) {
        return Stream.of(
                Place.leaf("/reviewOn", ReviewDate.SHAPE, "Review Date").reaching(Place.Reach.ANYWHERE),
                Place.leaf("/links", new Related(kind), "Related", "related decisions", "related adrs")
                        .reaching(Place.Reach.ANYWHERE),
                Place.leaf(
                                "/references",
                                new References(kind),
                                "References",
                                "links",
                                "further reading",
                                "resources",
                                "see also",
                                "sources",
                                "more information",
                                "referenzen",
                                "verweise")
                        .reaching(Place.Reach.ANYWHERE));
    }

    List<Place> all() {
        return all;
    }

    /** The members of an object that have places. */
    List<Place> below(String pointer) {
        return all.stream().filter(place -> place.parent().equals(pointer)).toList();
    }

    Place at(String pointer) {
        return all.stream()
                .filter(place -> place.pointer().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    /** The place that a heading names, below the heading of an object or (null) at the top. */
    Optional<Place> find(String heading, @Nullable Place within) {
        String name = Headings.name(heading);
        if (within == null) {
            return Optional.ofNullable(top.get(name));
        }
        return below(within.pointer()).stream()
                .filter(place -> place.called(name))
                .findFirst()
                .or(() -> all.stream()
                        .filter(place -> place.reach() == Place.Reach.ANYWHERE)
                        .filter(place -> place.called(name))
                        .findFirst());
    }
}
