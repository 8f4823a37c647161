package dev.docket.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.docket.document.content.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the log says of a document and its acceptance, worked out from the revisions alone: the flag {@code stale} and
 * the columns of lists are not consulted.
 */
final class Acceptance {

    /** What a policy asks for. */
    record Rules(List<String> requiredRoles, int minApprovals) {

        Map<String, Object> said() {
            return Map.of("requiredRoles", requiredRoles, "minApprovals", minApprovals);
        }
    }

    private static final Set<String> OBJECTIONS = Set.of("rejected", "changes-requested");

    private final List<ObjectNode> revisions;
    private final int last;

    private Acceptance(List<ObjectNode> revisions, int last) {
        this.revisions = revisions;
        this.last = last;
    }

    static Acceptance of(Desk desk, Kind kind, int number) {
        int newest = desk.read(kind, number).get("revision").asInt();
        List<ObjectNode> revisions = new ArrayList<>();
        for (int revision = 1; revision <= newest; revision++) {
            revisions.add(Desk.tree(desk.request().get(desk.path(kind, number) + "/revisions/" + revision)));
        }
        int accepted = 0;
        while (accepted < newest && !status(revisions.get(accepted)).equals("accepted")) {
            accepted++;
        }
        return new Acceptance(revisions, accepted);
    }

    private static String status(ObjectNode document) {
        return document.get("status").asText();
    }

    boolean accepted() {
        return last < revisions.size();
    }

    /** The revision that accepted it. */
    int revision() {
        return last + 1;
    }

    /**
     * What stood against acceptance when it was accepted, or stands against it now.
     *
     * @param holders the roles of the policy that each approver has
     */
    List<String> obstacles(Rules rules, Map<String, Set<String>> holders) {
        ObjectNode judged = revisions.get(last - 1);
        List<String> obstacles = new ArrayList<>();
        Set<String> roles = new HashSet<>();
        Set<String> people = new HashSet<>();
        for (JsonNode approval : judged.path("approvals")) {
            String state = approval.path("state").asText();
            String role = approval.path("role").asText();
            String by = approval.path("decidedBy").asText();
            if (OBJECTIONS.contains(state)) {
                obstacles.add(by + " objects");
            } else if (state.equals("approved")
                    && approval.path("revision").asInt()
                            >= judged.get("contentRevision").asInt()
                    && holders.getOrDefault(by, Set.of()).contains(role)
                    && !authors().contains(by)) {
                roles.add(role);
                people.add(by);
            } else if (approval.path("required").asBoolean()) {
                obstacles.add("the required approval of " + role + " is missing");
            }
        }
        rules.requiredRoles().stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> obstacles.add(role + " has not approved"));
        if (people.size() < rules.minApprovals()) {
            obstacles.add("only " + people + " approved");
        }
        return obstacles;
    }

    private Set<String> authors() {
        Set<String> authors = new HashSet<>();
        for (ObjectNode document : revisions.subList(0, last)) {
            if (document.get("contentRevision").equals(document.get("revision"))) {
                authors.add(document.get("updatedBy").asText());
            }
        }
        return authors;
    }
}
