package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.document.Labels;
import dev.docket.document.content.Kind;
import dev.docket.project.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One filter: a document has to have one of its values.
 *
 * @param labels the values as the index has them
 * @param condition the same, asked of a document {@code d}
 */
record Group(List<String> labels, Select condition) {

    private static final String LABELLED =
            "EXISTS (SELECT 1 FROM document_label w WHERE w.document_id = d.id AND w.label = ANY (?))";

    /** Every document is of one of the kinds. */
    static final Group ALL = kinds(List.of(Kind.values()));

    /** All of the filter that the index has labels for, of the projects at hand. */
    static List<Group> of(Filter filter, Scope scope) {
        List<Group> groups = new ArrayList<>();
        if (!scope.everywhere()) {
            groups.add(projects(filter.kinds(), scope));
        } else if (!filter.kinds().isEmpty()) {
            groups.add(kinds(filter.kinds()));
        }
        add(groups, filter.tags(), Labels::tag, "d.tags && ?");
        add(groups, filter.components(), Labels::component, "d.components && ?");
        people(groups, filter.deciders(), Labels::decider);
        people(groups, filter.authors(), Labels::author);
        return groups;
    }

    private static Group projects(List<Kind> asked, Scope scope) {
        List<Kind> kinds = asked.isEmpty() ? List.of(Kind.values()) : asked;
        List<String> labels = scope.keys().stream()
                .flatMap(key -> kinds.stream().map(kind -> Labels.of(kind, key)))
                .toList();
        return new Group(
                labels, Select.of("d.project_id = ANY (?) AND ", scope.ids()).add(kinds(kinds).condition));
    }

    private static Group kinds(List<Kind> kinds) {
        List<String> names = kinds.stream().map(Labels::of).toList();
        return new Group(names, Select.of("d.kind = ANY (?)", names));
    }

    private static void add(List<Group> groups, List<String> values, UnaryOperator<String> label, String condition) {
        if (!values.isEmpty()) {
            groups.add(new Group(values.stream().map(label).distinct().toList(), Select.of(condition, values)));
        }
    }

    private static void people(List<Group> groups, List<String> values, UnaryOperator<String> label) {
        List<String> labels = values.stream().map(label).distinct().toList();
        if (!labels.isEmpty()) {
            groups.add(new Group(labels, Select.of(LABELLED, labels)));
        }
    }
}
