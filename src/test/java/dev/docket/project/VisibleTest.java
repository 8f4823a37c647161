package dev.docket.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.access.Caller;
import dev.docket.postgres.TestPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Which projects a list over all is of: the few that one may read, or all but those that one may not. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class VisibleTest {

    private static final int MANY = 1_000_000;

    @Inject
    DataSource database;

    @Test
    void whatIsReadableIsTheSameWhicheverWayItIsSaid() {
        String open = Api.project();
        String ours = Api.project(Map.of("visibility", "restricted"));
        String theirs = Api.project(Map.of("visibility", "restricted"));
        String mira = Api.unique("mira");
        Api.member(ours, "group:" + mira, List.of("reader"), List.of());
        Caller caller = new Caller(mira, Set.of(), Set.of(), Set.of(mira));
        Scope few = new Visible(database, MANY).of(caller, List.of());
        Scope all = new Visible(database, 1).of(caller, List.of());
        assertThat(few.everywhere()).isFalse();
        assertThat(few.hidden()).isEmpty();
        assertThat(few.keys()).contains(open, ours).doesNotContain(theirs).doesNotHaveDuplicates();
        assertThat(all.everywhere()).isTrue();
        assertThat(all.hidden()).isNotEmpty().doesNotContainAnyElementsOf(few.ids());
        Scope named = new Visible(database, 1).of(caller, List.of(open, ours, theirs, "no-such-project"));
        assertThat(named.keys()).containsExactlyInAnyOrder(open, ours);
    }

    @Test
    void whereNothingIsHiddenTheListIsOfAll() {
        Caller admin = new Caller("admin", Set.of(dev.docket.access.GlobalRole.ADMIN), Set.of(), Set.of());
        Api.project(Map.of("visibility", "restricted"));
        assertThat(new Visible(database, MANY).of(admin, List.of()))
                .isEqualTo(new Scope(true, List.of(), List.of(), List.of()));
    }
}
