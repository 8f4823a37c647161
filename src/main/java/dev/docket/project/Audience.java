package dev.docket.project;

import dev.docket.access.Caller;
import java.util.Set;

/**
 * Who may read a project: what {@link Projects#READABLE} says, for many callers at once.
 *
 * @param everybody whether every principal may
 * @param members the names of its members; not looked up where everybody may read
 */
public record Audience(boolean everybody, Set<String> members) {

    /** Whether the caller is part of it. */
    public boolean includes(Caller caller) {
        if (everybody || caller.readsEverything()) {
            return true;
        }
        for (String name : caller.names()) {
            if (members.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
