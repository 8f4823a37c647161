package dev.docket.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.Together;
import dev.docket.postgres.TestPostgres;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first token. What these tests do is rolled back: the token of all other tests is at stake. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class BootstrapTest {

    private static final String LIVE =
            "SELECT count(*) FROM token WHERE bootstrap AND revoked_at IS NULL AND hash = :hash";

    @Inject
    Bootstrap bootstrap;

    @Inject
    EntityManager entities;

    @Test
    void theConfiguredTokenIsThatOfAnAdmin() {
        var me = Api.as(Api.ADMIN).get("/api/v1/me");
        assertThat(me.<String>path("name")).isEqualTo("admin");
        assertThat(me.<List<String>>path("globalRoles")).containsExactly("admin");
        assertThat(me.<List<String>>path("scopes")).containsExactly("read", "write", "admin");
        assertThat(me.<String>path("expiresAt")).isNull();
    }

    @Test
    void replicasThatStartTogetherMakeItOnce() {
        Together.run(8, 8, i -> {
            bootstrap.ensure(Optional.of(Api.ADMIN));
            return i;
        });
        assertThat(live(Api.ADMIN)).isOne();
    }

    @Test
    @TestTransaction
    void anotherOneTakesThePlaceOfTheEarlierOne() {
        String next = "another token of the operator's".replace(' ', '-') + "-own";
        bootstrap.ensure(Optional.of(next));
        assertThat(live(next)).isOne();
        assertThat(live(Api.ADMIN)).isZero();
        bootstrap.ensure(Optional.of(" " + next + "\n"));
        assertThat(live(next)).isOne();
        // Revoked is revoked: a replica that still has the old setting does not undo the change.
        assertThat(logged(() -> bootstrap.ensure(Optional.of(Api.ADMIN)))).anyMatch(line -> line.contains("revoked"));
        assertThat(live(next)).isOne();
        assertThat(live(Api.ADMIN)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "too-short-by-one-0123456789abcd",
                "long enough but with spaces in between",
                "länger-als-zweiunddreißig-zeichen-aber",
                "dkt_00000000000000000000000000000000_000000"
            })
    void oneThatIsNoGoodStopsTheStart(String token) {
        assertThatThrownBy(() -> bootstrap.ensure(Optional.of(token)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("DOCKET_BOOTSTRAP_TOKEN ")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(token);
    }

    @Test
    @TestTransaction
    void whereNoAdminCanSignInOneTokenIsMadeAndShown() {
        entities.createNativeQuery("UPDATE token SET revoked_at = now() WHERE revoked_at IS NULL")
                .executeUpdate();
        List<String> lines = logged(() -> bootstrap.ensure(Optional.empty()));
        Matcher shown = Pattern.compile("dkt_\\w+").matcher(String.join("\n", lines));
        assertThat(shown.find()).isTrue();
        assertThat(live(shown.group())).isOne();
        assertThat(new Secret(shown.group()).mistyped()).isFalse();
        assertThat(logged(() -> bootstrap.ensure(Optional.empty()))).isEmpty();
    }

    @Test
    @TestTransaction
    void whereAnAdminCanSignInNoneIsMade() {
        assertThat(logged(() -> bootstrap.ensure(Optional.empty()))).isEmpty();
        assertThat(live(Api.ADMIN)).isOne();
    }

    private long live(String token) {
        return (Long) entities.createNativeQuery(LIVE, Long.class)
                .setParameter("hash", new Secret(token).hash())
                .getSingleResult();
    }

    private static List<String> logged(Runnable work) {
        List<String> lines = new ArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(Bootstrap.class.getName());
        log.addHandler(listener);
        try {
            work.run();
        } finally {
            log.removeHandler(listener);
        }
        return lines;
    }
}
