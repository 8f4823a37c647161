package dev.docket.document;

import dev.docket.access.Caller;
import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.project.Projects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Links as the index knows them: which targets are there, and who points here. */
@ApplicationScoped
public class Links {

    private static final String THERE = """
            SELECT p.key, d.kind, d.number FROM document d JOIN project p ON p.id = d.project_id
            JOIN unnest(CAST(:projects AS text[]), CAST(:kinds AS text[]), CAST(:numbers AS int[])) AS asked(project, kind, number)
              ON asked.project = p.key AND asked.kind = d.kind AND asked.number = d.number
            WHERE %s
            """.formatted(Projects.READABLE);
    private static final String INCOMING = """
            SELECT p.key, d.kind, d.number, d.title, l.rel FROM document_link l
            JOIN document d ON d.id = l.document_id JOIN project p ON p.id = d.project_id
            WHERE l.target_project = :project AND l.target_kind = :kind AND l.target_number = :number AND %s
            ORDER BY p.key, d.kind, d.number, l.ordinal LIMIT 1000
            """.formatted(Projects.READABLE);

    private final Session database;

    Links(Session database) {
        this.database = database;
    }

    /** 422 that names every link which is new in {@code after} and points to no document that the caller may read. */
    void refuseUnknownTargets(@Nullable Document before, Document after, Caller caller) {
        Set<Address> known =
                before == null ? Set.of() : new HashSet<>(targets(before).values());
        Map<Integer, Address> fresh = targets(after);
        fresh.values().removeAll(known);
        if (fresh.isEmpty()) {
            return;
        }
        Set<Address> there = there(Set.copyOf(fresh.values()), caller);
        List<FieldError> errors = new ArrayList<>();
        fresh.forEach((index, target) -> {
            if (!there.contains(target)) {
                errors.add(FieldError.at(
                        "/links/" + index + "/target",
                        "unknown-reference",
                        "there is no document " + target.subject()));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemType.UNPROCESSABLE.because("A link points to nothing.", errors);
        }
    }

    private static Map<Integer, Address> targets(Document document) {
        Map<Integer, Address> targets = new HashMap<>();
        List<Link> links = document.links();
        for (int i = 0; i < links.size(); i++) {
            Link link = links.get(i);
            if (Objects.requireNonNull(link.rel()).betweenDocuments()) {
                Address target = Address.parse(
                        Objects.requireNonNull(link.target()),
                        document.envelope().project());
                if (target != null) {
                    targets.put(i, target);
                }
            }
        }
        return targets;
    }

    /** Those of the addresses at which there is a document that the caller may read. */
    @Transactional
    public Set<Address> there(Set<Address> asked, Caller caller) {
        List<Address> addresses = List.copyOf(asked);
        return database
                .createNativeQuery(THERE, Tuple.class)
                .setParameter(
                        "projects", addresses.stream().map(Address::project).toArray(String[]::new))
                .setParameter(
                        "kinds",
                        addresses.stream().map(each -> each.kind().json()).toArray(String[]::new))
                .setParameter("numbers", addresses.stream().map(Address::number).toArray(Integer[]::new))
                .setParameter("callers", caller.names())
                .setParameter("all", caller.readsEverything())
                .getResultList()
                .stream()
                .map(row -> address(row))
                .collect(Collectors.toSet());
    }

    /** The links of other documents to this one, those that the caller may read, at most 1,000. */
    List<LinkView> incoming(Address address, Caller caller) {
        List<Tuple> rows = database.createNativeQuery(INCOMING, Tuple.class)
                .setParameter("project", address.project())
                .setParameter("kind", address.kind().json())
                .setParameter("number", address.number())
                .setParameter("callers", caller.names())
                .setParameter("all", caller.readsEverything())
                .getResultList();
        return rows.stream()
                .map(row ->
                        LinkView.incoming(address(row), row.get(3, String.class), row.get(4, String.class), address))
                .toList();
    }

    private static Address address(Tuple tuple) {
        return new Address(
                Kind.of(tuple.get(1, String.class)), tuple.get(0, String.class), tuple.get(2, Integer.class));
    }
}
