package dev.docket.markdown.source;

import java.util.List;

/** A block at the level of the document. */
public sealed interface Block permits Paragraph, Items, Table, Fence, Other {

    /** The line of the file that it begins on, from 1. */
    int line();

    /** Its lines, verbatim. */
    List<String> source();
}
