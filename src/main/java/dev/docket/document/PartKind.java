package dev.docket.document;

import dev.docket.api.ProblemType;
import dev.docket.document.content.Approval;
import dev.docket.document.content.Common;
import dev.docket.document.content.Link;
import dev.docket.document.content.Option;
import dev.docket.document.content.Part;
import dev.docket.document.content.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One of the lists of parts that a document has.
 *
 * @param name its member in the document, and its segment in the path
 */
record PartKind<T extends Part<T>>(
        String name, Function<Document, List<T>> get, BiFunction<Common, List<T>, Common> set) {

    static final PartKind<Option> OPTIONS = new PartKind<>("options", Document::options, Common::withOptions);
    static final PartKind<Risk> RISKS = new PartKind<>("risks", Document::risks, Common::withRisks);
    static final PartKind<Link> LINKS = new PartKind<>("links", Document::links, Common::withLinks);
    static final PartKind<Approval> APPROVALS = new PartKind<>("approvals", Document::approvals, Common::withApprovals);

    List<T> of(Document document) {
        return get.apply(document);
    }

    /** The part; 404 where the document has none of that id. */
    T find(Document document, String id) {
        return of(document).stream()
                .filter(part -> id.equals(part.id()))
                .findFirst()
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such part in the " + name + " of "
                        + document.address().subject() + "."));
    }

    int version(Document document, String id) {
        return Objects.requireNonNull(find(document, id).version());
    }

    /** The draft in which the document has one more. */
    Draft adding(Document document, T part) {
        List<T> parts = new ArrayList<>(of(document));
        parts.add(part);
        return with(document, parts);
    }

    /** The draft in which the part is another; null removes it. */
    Draft replacing(Document document, String id, UnaryOperator<@Nullable T> change) {
        List<T> parts = new ArrayList<>();
        for (T part : of(document)) {
            T kept = id.equals(part.id()) ? change.apply(part) : part;
            if (kept != null) {
                parts.add(kept);
            }
        }
        return with(document, parts);
    }

    private Draft with(Document document, List<T> parts) {
        return Draft.of(document).with(set.apply(document.common(), parts));
    }
}
