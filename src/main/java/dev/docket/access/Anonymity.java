package dev.docket.access;

import dev.docket.api.ProblemType;
import dev.docket.api.Select;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Who was anonymised: the names that they had mean nobody any more, and never will again. */
@ApplicationScoped
public class Anonymity {

    /** Rows of all that are asked about are locked, the anonymised or not: whoever is being anonymised is waited for. */
    private static final String ASKED = """
            SELECT asked.name, p.name, p.anonymised_at IS NOT NULL FROM unnest(CAST(? AS text[])) AS asked (name)
            JOIN principal p ON p.name_sha256 = sha256(convert_to(asked.name, 'UTF8')) OR p.name = asked.name
            FOR KEY SHARE OF p
            """;

    private final DataSource database;

    Anonymity(DataSource database) {
        this.database = database;
    }

    private record Known(String asked, String name, boolean anonymised) {}

    /**
     * Those of the names that are, or were, an anonymised principal's, with the name that it has now. The other ones do
     * not become that before the end of the current transaction.
     */
    public Map<String, String> of(Collection<String> names) {
        List<Known> known = Select.of(ASKED, names.stream().distinct().toList())
                .list(database, row -> new Known(row.getString(1), row.getString(2), row.getBoolean(3)));
        return known.stream().filter(Known::anonymised).collect(Collectors.toMap(Known::asked, Known::name));
    }

    /** As {@link #of}, of one name. */
    public Optional<String> of(String name) {
        return Optional.ofNullable(of(List.of(name)).get(name));
    }

    /** 409 where the name is, or was, an anonymised principal's; else it is not before the end of the transaction. */
    public void refuse(String name) {
        if (of(name).isPresent()) {
            throw ProblemType.CONFLICT.because("Whoever had this name was anonymised: nobody can have it again.");
        }
    }
}
