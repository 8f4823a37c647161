package dev.docket.markdown;

import com.fasterxml.jackson.databind.JsonNode;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Layout.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How members are written under their canonical headings. */
final class Canonical {

    private Canonical() {}

    /** A section for every member, in the canonical order, and for what the server keeps. */
    static List<Spot> spots(Kind kind) {
        List<Spot> spots = new ArrayList<>();
        for (Place place : Places.of(kind).below("")) {
            spots.add(place.group() ? group(place.heading(), place.pointer()) : leaf(place.heading(), place.pointer()));
        }
        spots.add(new Spot("", Served::record));
        spots.add(new Spot("", Served::approvals));
        return spots;
    }

    /** A section for one member. */
    static Spot leaf(String heading, String pointer) {
        String member = pointer.indexOf('/', 1) < 0 ? pointer : pointer.substring(0, pointer.indexOf('/', 1));
        return new Spot(member, (draft, ink) -> leaf(heading, pointer, 2, draft, ink));
    }

    static void leaf(String heading, String pointer, int level, Draft draft, Ink ink) {
        Place place = Places.of(draft.kind()).at(pointer);
        if (place.shape() instanceof ReviewDate) {
            Ink date = ink.fresh();
            ReviewDate.SHAPE.write(review(draft), date, level);
            section(heading, level, date, ink);
            return;
        }
        JsonNode value = draft.take(pointer);
        if (!value.isMissingNode()) {
            Ink body = ink.fresh();
            if (place.shape() instanceof Chosen) {
                body.block("**" + value.asText() + "**");
            } else {
                place.shape().write(value, body, level);
            }
            section(heading, level, body, ink);
        }
    }

    static JsonNode review(Draft draft) {
        var review = Sheet.list().addObject();
        review.put("reviewOn", draft.text("/reviewOn"));
        review.put("reviewNote", draft.text("/reviewNote"));
        return review;
    }

    private static void section(String heading, int level, Ink body, Ink ink) {
        if (!body.blank()) {
            ink.heading(level, heading).append(body);
        }
    }

    /** A section for an object: its text, then the members that are named, then all others. */
    static Spot group(String heading, String pointer, String... named) {
        return new Spot(pointer, (draft, ink) -> group(heading, pointer, 2, draft, ink, named));
    }

    /** Each of the named members is a pointer, or a heading and a pointer with a bar between. */
    static void group(String heading, String pointer, int level, Draft draft, Ink ink, String... named) {
        Ink body = ink.fresh();
        if (!(Places.of(draft.kind()).at(pointer).shape() instanceof Problem)) {
            body.prose(draft.text(pointer + "/text"), level);
        }
        members(pointer, level, draft, body, named);
        section(heading, level, body, ink);
    }

    static void members(String pointer, int level, Draft draft, Ink ink, String... named) {
        Places places = Places.of(draft.kind());
        labels(pointer, draft, ink);
        for (String each : named) {
            int bar = each.indexOf('|');
            String member = each.substring(bar + 1);
            member(bar < 0 ? places.at(member).heading() : each.substring(0, bar), member, level + 1, draft, ink);
        }
        for (Place place : places.below(pointer)) {
            boolean wanted = !draft.blank() || named.length == 0;
            if (wanted && place.pointer().startsWith(pointer + "/")) {
                member(place.heading(), place.pointer(), level + 1, draft, ink);
            }
        }
    }

    private static void member(String heading, String pointer, int level, Draft draft, Ink ink) {
        Place place = Places.of(draft.kind()).at(pointer);
        if (place.group()) {
            group(heading, pointer, level, draft, ink);
        } else if (place.shape() instanceof Phases) {
            place.shape().write(draft.take(pointer), ink, level - 1);
        } else {
            leaf(heading, pointer, level, draft, ink);
        }
    }

    /** The members of an RFC's smaller objects as one list of labels, where each is short enough for it. */
    private static void labels(String pointer, Draft draft, Ink ink) {
        List<Place> members = Places.of(draft.kind()).below(pointer).stream()
                .filter(place -> !place.group() && !place.pointer().endsWith("/text"))
                .filter(place -> draft.has(place.pointer()))
                .toList();
        boolean labelled = draft.kind() == Kind.RFC
                && !pointer.equals("/design")
                && !pointer.equals("/testing")
                && members.stream().allMatch(place -> brief(place, draft.at(place.pointer())));
        if (!labelled) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Place place : members) {
            JsonNode value = draft.take(place.pointer());
            lines.add("- **" + place.heading() + "**:" + (value.isTextual() ? " " + value.asText() : ""));
            value.forEach(item -> lines.add("  - " + item.asText()));
        }
        ink.block(String.join("\n", lines));
    }

    private static boolean brief(Place place, JsonNode value) {
        return place.shape() instanceof Prose && single(value)
                || place.shape() instanceof Bullets
                        && !value.isEmpty()
                        && Stream.iterate(0, i -> i < value.size(), i -> i + 1).allMatch(i -> single(value.get(i)));
    }

    private static boolean single(JsonNode value) {
        return !value.asText().contains("\n") && !value.asText().isBlank();
    }
}
