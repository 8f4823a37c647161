package dev.docket.contract;

import java.util.Set;

/** Where in the contract a comparison stands, and what it has found so far anywhere. */
record Place(String path, Set<String> findings) {

    Place in(String step) {
        return new Place(path + step, findings);
    }

    void breaks(String what) {
        findings.add(path + ": " + what);
    }
}
