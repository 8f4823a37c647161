package dev.docket.catalog;

import dev.docket.api.Select;
import dev.docket.api.Where;
import dev.docket.document.Labels;
import dev.docket.document.content.Kind;
import dev.docket.project.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A filter over the projects at hand, in the forms that the tables understand. */
final class Asked {

    private final Filter filter;
    private final Scope scope;
    private final List<Group> groups;

    Asked(Filter filter, Scope scope) {
        this.filter = filter;
        this.scope = scope;
        this.groups = Group.of(filter, scope);
    }

    Filter filter() {
        return filter;
    }

    /** The filters that the index has labels for. */
    List<Group> groups() {
        return groups;
    }

    /** The kinds that are asked for, both where none is. */
    List<String> kindNames() {
        List<Kind> kinds = filter.kinds().isEmpty() ? List.of(Kind.values()) : filter.kinds();
        return kinds.stream().map(Kind::json).toList();
    }

    /** The projects that are named; empty where none is. */
    Optional<List<Long>> projectIds() {
        return scope.everywhere() ? Optional.empty() : Optional.of(scope.ids());
    }

    /** Whether no document can match. */
    boolean hopeless() {
        return scope.empty() || filter.statuses().isEmpty();
    }

    /** Whether all that is asked is one label at most, in some statuses. */
    boolean isOneLabel() {
        return groups.size() <= 1 && filter.refs().isEmpty() && ranges().isEmpty();
    }

    /** Whether anything is asked but a range of this order itself. */
    boolean isOnly(Sort sort) {
        return groups.isEmpty()
                && filter.anyStatus()
                && filter.refs().isEmpty()
                && ranges().stream().allMatch(range -> range.sort() == sort);
    }

    /** Whether the words of a search hold all that is asked but projects that are hidden. */
    boolean isAllLabels() {
        return filter.refs().isEmpty() && ranges().isEmpty();
    }

    /** The numbers of the refs that are asked for. */
    List<Integer> numbers() {
        return filter.refs().stream().map(Ref::number).distinct().toList();
    }

    /** What is asked of days and instants. */
    List<Range> ranges() {
        return Range.of(filter);
    }

    /** All that is asked of a document {@code d}. */
    Where conditions() {
        return conditions(groups);
    }

    /** All that is asked of a document {@code d} but what that group asks, and its statuses. */
    Where besides(Group group) {
        return rest(groups.stream().filter(each -> !each.equals(group)).toList());
    }

    private Where conditions(List<Group> asked) {
        Where where = rest(asked);
        return filter.anyStatus() ? where : where.and("d.status = ANY (?)", filter.statusNames());
    }

    private Where rest(List<Group> asked) {
        Where where = hidden("d");
        asked.forEach(group -> where.and(group.condition()));
        ranges().forEach(range -> where.and(range.condition()));
        if (!filter.refs().isEmpty()) {
            where.and(refs());
        }
        return where;
    }

    /** That the row of that name is of no hidden project. */
    Where hidden(String row) {
        return scope.notHidden(row + ".project_id");
    }

    private Select refs() {
        Select any = Select.of("(false");
        for (Ref ref : filter.refs()) {
            any.add(" OR d.number = ?", ref.number());
            if (ref.kind() != null) {
                any.add(" AND d.kind = ?", ref.kind().json());
            }
            if (ref.project() != null) {
                any.add(" AND d.project_id = (SELECT id FROM project WHERE key = ?)", ref.project());
            }
        }
        return any.add(")");
    }

    /** The labels that are asked for as a text search query; empty where none is. */
    String labels() {
        Stream<List<String>> statuses = filter.anyStatus()
                ? Stream.of()
                : Stream.of(filter.statuses().stream().map(Labels::of).toList());
        return Stream.concat(groups.stream().map(Group::labels), statuses)
                .map(Asked::any)
                .collect(Collectors.joining("&"));
    }

    private static String any(List<String> labels) {
        return labels.stream().map(Asked::quoted).collect(Collectors.joining("|", "(", ")"));
    }

    /**
     * The labels that are asked for, and what else has to be among the words, as a text search query. Where nothing has to
     * be, but something must not, every document has one of the kinds: the index would be read from end to end.
     */
    String wordsAnd(String query) {
        String labels = labels().isEmpty() && query.contains("!") ? any(Group.ALL.labels()) : labels();
        return labels.isEmpty() ? query : "(" + query + ")&" + labels;
    }

    private static String quoted(String label) {
        return "'" + (Labels.MARK + label).replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
