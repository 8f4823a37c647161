package dev.docket.event;

import javax.sql.DataSource;

/** The feed of a database that no service runs on. */
public final class Feeds {

    private Feeds() {}

    public static Feed of(DataSource database) {
        return new Feed(database);
    }
}
