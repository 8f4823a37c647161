package dev.docket.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a member of a document, or an object of members, stands in Markdown.
 *
 * @param pointer the member
 * @param heading the canonical heading, under which any template may have it
 * @param names what the heading may be as well, as {@link Headings#name}
 * @param parent the pointer of the object it is a member of; empty at the top
 * @param shape how its value looks; of an object, how what stands right under its heading is read
 * @param group whether it is an object, whose members have places of their own below it
 * @param reach where its names are understood
 */
record Place(
        String pointer, String heading, List<String> names, String parent, Shape shape, boolean group, Reach reach) {

    /** Where the names of a place are understood. */
    enum Reach {
        /** Right below its parent's heading, and there as a label too. */
        PARENT,
        /** And as a section of its own. */
        TOP,
        /** And below any heading. */
        ANYWHERE
    }

    /** The member for prose that fits none of the other members of the object. */
    String text() {
        return pointer + "/text";
    }

    /** The top-level member that it belongs to, as a pointer. */
    String member() {
        int second = pointer.indexOf('/', 1);
        return second < 0 ? pointer : pointer.substring(0, second);
    }

    boolean called(String name) {
        return names.contains(name);
    }

    Place reaching(Reach other) {
        return new Place(pointer, heading, names, parent, shape, group, other);
    }

    /** The same below the heading of another object, where templates have it. */
    Place below(String other) {
        return new Place(pointer, heading, names, other, shape, group, reach);
    }

    static Place group(String pointer, String heading, Shape body, String... others) {
        return new Place(pointer, heading, names(heading, others), parent(pointer), body, true, Reach.TOP);
    }

    static Place leaf(String pointer, Shape shape, String heading, String... others) {
        return new Place(pointer, heading, names(heading, others), parent(pointer), shape, false, Reach.PARENT);
    }

    private static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static List<String> names(String heading, String... others) {
        return Stream.concat(Stream.of(Headings.name(heading)), Arrays.stream(others))
                .toList();
    }
}
