package dev.docket.markdown;

import dev.docket.markdown.source.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sections of a decision that stand a level lower than they should, below a heading that says nothing of its own. */
final class Hoisted {

    private static final Set<String> MAIN =
            Set.of("/context", "/context/problem", "/context/drivers", "/options", "/decision");

    private Hoisted() {}

    static List<Section> of(List<Section> sections) {
        Set<String> there = sections.stream().map(Hoisted::pointer).collect(Collectors.toCollection(HashSet::new));
        List<Section> all = new ArrayList<>();
        for (Section section : sections) {
            Set<String> below =
                    section.sections().stream().map(Hoisted::pointer).collect(Collectors.toCollection(HashSet::new));
            below.retainAll(MAIN);
            boolean lower = pointer(section).isEmpty()
                    && below.size() > 1
                    && below.stream().noneMatch(each -> there.contains(each) && !each.equals("/options"));
            if (lower) {
                there.addAll(below);
                all.add(new Section(
                        section.level(),
                        section.heading(),
                        section.line(),
                        section.bodyLine(),
                        section.body(),
                        List.of()));
                all.addAll(section.sections());
            } else {
                all.add(section);
            }
        }
        return all;
    }

    private static String pointer(Section section) {
        return Places.ADR.find(section.heading(), null).map(Place::pointer).orElse("");
    }
}
