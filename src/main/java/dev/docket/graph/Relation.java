package dev.docket.graph;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.docket.api.Kebab;
import dev.docket.document.content.Rel;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        description =
                "What one document has to do with another. What is said in the passive, such as superseded-by, is "
                        + "the active the other way round.")
public enum Relation {
    SUPERSEDES(Rel.SUPERSEDES),
    AMENDS(Rel.AMENDS),
    DEPENDS_ON(Rel.DEPENDS_ON),
    IMPLEMENTS(Rel.IMPLEMENTS),
    RELATES_TO(Rel.RELATES_TO);

    private final Rel active;

    Relation(Rel active) {
        this.active = active;
    }

    /** The value in JSON, such as {@code depends-on}. */
    @JsonValue
    public String json() {
        return Kebab.of(this);
    }

    /** The relation that a link between documents says, in the active or in the passive. */
    static Relation of(String rel) {
        return Arrays.stream(values())
                .filter(each -> each.json().equals(rel) || rel.equals(each.passive()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(rel));
    }

    /** Of links that say these relations in the active, the words for it. */
    static Set<String> active(Set<Relation> relations) {
        return relations.stream().map(Relation::json).collect(Collectors.toSet());
    }

    /** Of links that say these relations in the passive, the words for it; relates-to has none. */
    static Set<String> passive(Set<Relation> relations) {
        return relations.stream()
                .map(Relation::passive)
                .filter(each -> each != null)
                .collect(Collectors.toSet());
    }

    private @Nullable String passive() {
        Rel inverse = active.inverse();
        return inverse == null || inverse == active ? null : inverse.json();
    }
}
