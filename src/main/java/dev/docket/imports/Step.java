package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.document.content.Link;
import dev.docket.document.content.Rel;
import dev.docket.document.content.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the document of a file is to be written, as it was planned.
 *
 * @param document the id of the document that is there already; null where it is new
 * @param status what the file says, or superseded where another file says so
 * @param by the ref of the document that took its place
 * @param links all its links, with the refs that their targets have here
 */
record Step(
        Kind kind,
        int number,
        @Nullable Long document,
        Status status,
        @Nullable String by,
        List<Link> links) {

    /**
     * What a document that no file of the import writes is to say of another one.
     *
     * @param superseded whether the other one took its place
     */
    record Relation(Kind kind, int number, Rel rel, int other, boolean superseded) {

        Address address(String project) {
            return new Address(kind, project, number);
        }

        Address otherAddress(String project) {
            return new Address(kind, project, other);
        }
    }
}
