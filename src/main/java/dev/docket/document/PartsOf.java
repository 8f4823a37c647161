package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.access.Permission;
import dev.docket.api.FieldError;
import dev.docket.api.Patches;
import dev.docket.api.ProblemType;
import dev.docket.api.Sent;
import dev.docket.api.StrictJson;
import dev.docket.document.content.Part;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the parts of one sort as resources of their own; every write is also a revision of the document. */
final class PartsOf<T extends Part<T>> {

    private final PartKind<T> kind;
    private final Class<T> type;
    private final Documents documents;
    private final Reader reader;

    PartsOf(PartKind<T> kind, Class<T> type, Documents documents, Reader reader) {
        this.kind = kind;
        this.type = type;
        this.documents = documents;
        this.reader = reader;
    }

    List<T> list(Address address, @Nullable Integer revision) {
        return kind.of(reader.document(address, revision));
    }

    T get(Address address, String id, @Nullable Integer revision) {
        return kind.find(reader.document(address, revision), id);
    }

    /** Adds the part; two that add at the same time both succeed. */
    T add(Address address, T part, @Nullable String message) {
        Documents.Write write = new Documents.Write(address, Permission.EDIT_DOCUMENT, null, null, message);
        Set<String> before = new HashSet<>();
        Held held = documents.change(
                write,
                edited(
                        document -> {
                            before.clear();
                            before.addAll(ids(document));
                            return kind.adding(document, part);
                        },
                        document -> kind.of(document).size()));
        return kind.of(held.document()).stream()
                .filter(each -> !before.contains(Objects.requireNonNull(each.id())))
                .findFirst()
                .orElseThrow();
    }

    T replace(Address address, String id, Sent sent, T part) {
        return write(address, id, sent, before -> sameId(id, part));
    }

    T patch(Address address, String id, Sent sent, MediaType patchType, JsonNode patch) {
        return write(address, id, sent, before -> {
            JsonNode patched =
                    Patches.apply(patchType, patch, StrictJson.objectMapper().valueToTree(before));
            if (patched instanceof ObjectNode object) {
                object.properties().removeIf(member -> member.getValue().isNull());
            }
            return sameId(id, StrictJson.value(patched, type));
        });
    }

    void remove(Address address, String id, Sent sent) {
        documents.change(
                toPart(address, id, sent),
                edited(document -> kind.replacing(document, id, part -> null), document -> -1));
    }

    private T write(Address address, String id, Sent sent, UnaryOperator<T> change) {
        Held held = documents.change(
                toPart(address, id, sent),
                edited(
                        document -> kind.replacing(document, id, part -> part == null ? null : change.apply(part)),
                        document -> index(document, id)));
        return kind.find(held.document(), id);
    }

    private Documents.Write toPart(Address address, String id, Sent sent) {
        return new Documents.Write(
                address,
                Permission.EDIT_DOCUMENT,
                sent.ifMatch,
                document -> kind.version(document, id),
                sent.message());
    }

    /** An edit whose errors point into the body, which is the part alone. */
    private java.util.function.BiFunction<Document, Change, Document> edited(
            java.util.function.Function<Document, Draft> draft, java.util.function.ToIntFunction<Document> index) {
        var edit = documents.edit(draft);
        return (document, change) -> PartErrors.relative(
                "/" + kind.name() + "/" + index.applyAsInt(document), () -> edit.apply(document, change));
    }

    private int index(Document document, String id) {
        return kind.of(document).indexOf(kind.find(document, id));
    }

    private Set<String> ids(Document document) {
        return kind.of(document).stream()
                .map(part -> Objects.requireNonNull(part.id()))
                .collect(Collectors.toSet());
    }

    private T sameId(String id, T part) {
        if (part.id() != null && !part.id().equals(id)) {
            throw ProblemType.UNPROCESSABLE.because(
                    "The body is about another part.",
                    List.of(FieldError.at("/id", "server-owned", "the id is the one in the path")));
        }
        return part.identified(id, part.version());
    }
}
