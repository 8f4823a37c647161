package dev.docket.catalog;

import io.quarkus.test.junit.QuarkusMock;

/** Has the same lists read in both ways: as where there are few documents, and as where there are many. */
final class FewOrMany extends Few {

    private boolean many;

    /** In the place of the service's own until the test ends. */
    static FewOrMany installed() {
        FewOrMany few = new FewOrMany();
        QuarkusMock.installMockForType(few, Few.class);
        return few;
    }

    void many(boolean are) {
        many = are;
    }

    @Override
    int documents() {
        return many ? 3 : super.documents();
    }

    @Override
    int states() {
        return many ? 3 : super.states();
    }
}
