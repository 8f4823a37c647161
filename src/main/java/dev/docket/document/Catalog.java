package dev.docket.document;

import dev.docket.access.Callers;
import dev.docket.api.Cursor;
import dev.docket.api.Page;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of documents: keyset pages over an index, never an offset. */
@ApplicationScoped
class Catalog implements PanacheRepositoryBase<DocumentRow, Long> {

    private final Callers callers;
    private final Projects projects;

    Catalog(Callers callers, Projects projects) {
        this.callers = callers;
        this.projects = projects;
    }

    /** One page of a project's documents of a kind, the highest number first. */
    @Transactional
    Page<Summary> list(ListQuery query) {
        Standing standing = projects.standing(callers.current(), query.project());
        Cursor.Scope scope = new Cursor.Scope(standing.projectId() + " " + query.filter());
        Integer below = scope.number(query.cursor());
        int limit = Page.limit(query.limit());
        StringBuilder where = new StringBuilder("projectId = :project and kind = :kind");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("project", standing.projectId());
        parameters.put("kind", query.kind().json());
        if (below != null) {
            where.append(" and number < :below");
            parameters.put("below", below);
        }
        if (!query.statuses().isEmpty()) {
            where.append(" and status in :statuses");
            parameters.put("statuses", query.statuses());
        }
        if (!query.tags().isEmpty()) {
            where.append(" and cast(sql('tags && cast(? as text[])', :tags) as boolean) = true");
            parameters.put("tags", query.tags().toArray(String[]::new));
        }
        if (query.words() != null) {
            where.append(
                    " and cast(sql('title_words @@ websearch_to_tsquery(''simple'', ?)', :words) as boolean) = true");
            parameters.put("words", query.words());
        }
        List<Summary> found = find(where.toString(), Sort.descending("number"), parameters).range(0, limit).stream()
                .map(row -> row.summary(query.project()))
                .toList();
        return Page.of(found, limit, scope, summary -> Integer.toString(summary.number()));
    }
}
