package dev.docket.register;

import dev.docket.access.Caller;
import dev.docket.project.Scope;
import dev.docket.proof.EveryQuestion;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Every question to a register, on a database that is seeded as the bench's is. */
public final class RegisterQuestions {

    private static final List<String> PROJECTS = List.of("p3", "p9");

    private RegisterQuestions() {}

    /** Answers how many questions were answered. */
    public static int ask(DataSource database, Supplier<Scope> scopes, int more) {
        Caller me = new Caller("person-3", Set.of(), Set.of(), Set.of());
        Clock clock = Clock.systemUTC();
        Risks risks = new Risks(database);
        Inbox inbox = new Inbox(database, clock);
        Reviews reviews = new Reviews(database, clock, 14);
        int asked = new EveryQuestion<>(
                        RiskQuery.class, Map.of("project", PROJECTS, "owner", List.of("person-3", "person-1500")))
                .ask(query -> risks.list(query, scopes.get()).nextCursor(), more);
        asked += new EveryQuestion<>(
                        InboxQuery.class,
                        Map.of(
                                "project", PROJECTS,
                                "role", List.of("security", "nobody"),
                                "approver", List.of("me", "person-7")))
                .ask(query -> inbox.list(query, me, scopes.get()).nextCursor(), more);
        return asked
                + new EveryQuestion<>(
                                ReviewQuery.class,
                                Map.of(
                                        "project", PROJECTS,
                                        "before", List.of("2026-01-01", "2036-01-01"),
                                        "proposedDays", List.of("0", "365")))
                        .ask(query -> reviews.list(query, scopes.get()).nextCursor(), more);
    }
}
