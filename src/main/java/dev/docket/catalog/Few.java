package dev.docket.catalog;

import jakarta.enterprise.context.ApplicationScoped;

/** How many are few: they are all looked at and sorted, where of more a page is met soon in the order that is asked for. */
@ApplicationScoped
class Few {

    /** Documents. */
    int documents() {
        return 5_000;
    }

    /** States of documents. More, since others are passed over by those of later documents, whose numbers are higher. */
    int states() {
        return 20_000;
    }
}
