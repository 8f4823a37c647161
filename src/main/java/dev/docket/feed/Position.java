package dev.docket.feed;

import dev.docket.api.FieldError;
import dev.docket.api.ProblemType;
import dev.docket.event.Feed;
import java.util.List;
import java.util.regex.Pattern;

/** A place in the feed that a reader has come to: what it gets next is after it. */
public record Position(long value) {

    public static final String PATTERN = "^(latest|0?[0-9]{1,18})$";

    private static final Pattern NUMBER = Pattern.compile("0?[0-9]{1,18}");
    private static final Position LATEST = new Position(-1);

    /** Reads what was sent as {@code parameter}; 400 for what was never given out. */
    public static Position read(String parameter, String text) {
        if (text.equals("latest")) {
            return LATEST;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw bad(parameter, "it was not made here");
        }
        return new Position(Long.parseLong(text));
    }

    public boolean latest() {
        return value < 0;
    }

    /** As {@link #check(String, Feed.Span)}, where it was sent as {@code cursor}. */
    void check(Feed.Span span) {
        check("cursor", span);
    }

    /**
     * 410 where events after it are gone: the problem says with which cursors one can start again; 400 where the feed
     * has not come so far.
     */
    public void check(String parameter, Feed.Span span) {
        if (value > span.head()) {
            throw bad(parameter, "the feed has not come so far: its newest position is " + span.head());
        }
        if (!latest() && value < span.floor()) {
            throw ProblemType.CURSOR_TOO_OLD
                    .builder(("Events up to %d are gone. Read the lists again and go on from newest, which was taken "
                                    + "before; or go on from oldest, without what is gone.")
                            .formatted(span.floor()))
                    .with("oldest", Long.toString(span.floor()))
                    .with("newest", Long.toString(span.head()))
                    .build();
        }
    }

    private static RuntimeException bad(String parameter, String detail) {
        return ProblemType.UNREADABLE.because(
                "The cursor cannot be used.", List.of(FieldError.in(parameter, "cursor", detail)));
    }
}
