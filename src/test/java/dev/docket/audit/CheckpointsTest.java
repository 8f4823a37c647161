package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Together;
import dev.docket.api.CanonicalJson;
import dev.docket.api.StrictJson;
import dev.docket.document.Desk;
import dev.docket.document.content.Kind;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checkpoints: signed, in a row without holes, and what finds a chain that was rewritten from end to end. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class CheckpointsTest {

    @Inject
    Checkpoints checkpoints;

    @Inject
    Keys keys;

    @Test
    void aCheckpointSignsTheHeadsOfAllChains() throws Exception {
        Desk desk = AuditTest.written();
        Response audit = AuditTest.audit(desk);
        long number = make();
        Response read = Api.as(Api.ADMIN).get(Checkpoints.PATH + "/" + number);
        Checkpoint checkpoint = StrictJson.value(StrictJson.tree(read.asByteArray()), Checkpoint.class);
        assertThat(checkpoint.head(desk.project()).orElseThrow().sha256()).isEqualTo(audit.path("head.sha256"));
        assertThat(checkpoint.heads()).extracting(Checkpoint.Head::project).isSorted();
        assertThat(new PublicKeyText(checkpoint.publicKey())
                        .verifies(checkpoint.content(), Base64.getDecoder().decode(checkpoint.signature())))
                .isTrue();
        long next = make();
        assertThat(next).isEqualTo(number + 1);
        assertThat(Api.as(Api.ADMIN).get(Checkpoints.PATH + "/" + next).<String>path("previous"))
                .isEqualTo(HexFormat.of().formatHex(CanonicalJson.sha256(checkpoint.content())));
        assertThat(AuditTest.audit(desk).<Integer>path("checkpoints")).isEqualTo((int) next);
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
    }

    @Test
    void theyAreListedNewestFirst() {
        long number = make();
        make();
        Response page = Api.as(Api.ADMIN).get(Checkpoints.PATH + "?limit=1");
        assertThat(page.<List<Integer>>path("items.number")).containsExactly((int) number + 1);
        Response rest = Api.as(Api.ADMIN).get(Checkpoints.PATH + "?limit=1&cursor=" + page.path("nextCursor"));
        assertThat(rest.<List<Integer>>path("items.number")).containsExactly((int) number);
        Response entry = Api.as(Api.ADMIN).get("/api/v1/audit/trail?action=checkpoint-made&principal=admin&limit=1");
        assertThat(entry.<List<String>>path("items.subject")).containsExactly(Checkpoints.PATH + "/" + (number + 1));
        assertThat(Api.as(Api.ADMIN).get(Checkpoints.PATH + "/999999999").statusCode())
                .isEqualTo(404);
        assertThat(Api.as(Api.ADMIN).get(Checkpoints.PATH + "/0").statusCode()).isEqualTo(404);
    }

    @Test
    void manyAtOnceMakeARowWithoutHoles() {
        long before = make();
        List<Long> made = Together.run(8, 8, nth -> make());
        assertThat(made)
                .containsExactlyInAnyOrderElementsOf(java.util.stream.LongStream.rangeClosed(before + 1, before + 8)
                        .boxed()
                        .toList());
        Tally.count("checkpoints: made at once", made.size());
    }

    @Test
    void oneIsMadeInTimeAndNoneWhereNothingHappened() throws Exception {
        Desk desk = AuditTest.written();
        assertThat(checkpoints.makeIfDue(Duration.ZERO)).isPresent();
        assertThat(checkpoints.makeIfDue(Duration.ZERO)).isEmpty();
        desk.created(Kind.ADR, Desk.complete(Kind.ADR));
        Eventually.holds(
                () -> assertThat(AuditTest.audit(desk).<Integer>path("entries")).isEqualTo(13));
        assertThat(checkpoints.makeIfDue(Duration.ofHours(1))).isEmpty();
        List<Integer> made =
                Together.run(4, 4, nth -> checkpoints.makeIfDue(Duration.ZERO).isPresent() ? 1 : 0);
        assertThat(made.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
    }

    /** Each keeps every hash right: only a checkpoint tells. */
    private enum Forgery {
        ACTOR,
        TIME,
        MESSAGE,
        CONTENT,
        LEFT_OUT
    }

    @ParameterizedTest
    @EnumSource
    void aChainThatWasRewrittenFromEndToEndIsFoundAndLocated(Forgery forgery) throws Exception {
        Desk desk = AuditTest.written();
        try (Intruder intruder = new Intruder(desk.project())) {
            List<Intruder.Link> chain = intruder.chain();
            long first = make();
            int found = 0;
            for (int from : List.of(0, 5, chain.size() - 1)) {
                try {
                    new Forger(intruder).rewrite(forgery.name(), from);
                    Response audit = AuditTest.audit(desk);
                    String name = forgery + " from " + from + ": " + audit.asString();
                    assertThat(audit.<String>path("broken.code"))
                            .as(name)
                            .isIn(FaultCode.CHAIN_REWRITTEN.json(), FaultCode.ENTRY_MISSING.json());
                    assertThat(audit.<Integer>path("broken.checkpoint"))
                            .as(name)
                            .isEqualTo((int) first);
                    assertThat(audit.<Integer>path("broken.position")).as(name).isEqualTo((int)
                            chain.get(chain.size() - 1).position());
                    // What the service signs by itself afterwards does not make it right.
                    found++;
                } finally {
                    intruder.restore();
                }
            }
            Tally.count("audit: whole chain rewritten, found by a checkpoint", found);
        }
        assertThat(AuditTest.audit(desk).<Boolean>path("intact")).isTrue();
    }

    @Test
    void aCheckpointThatSignedTheForgedChainDoesNotHideTheOneBefore() throws Exception {
        Desk desk = AuditTest.written();
        long first = make();
        try (Intruder intruder = new Intruder(desk.project())) {
            new Forger(intruder).rewrite("ACTOR", 3);
            make();
            assertThat(AuditTest.audit(desk).<Integer>path("broken.checkpoint")).isEqualTo((int) first);
            intruder.restore();
        }
        // That the forged one was signed stays on record, for ever: it names what is there no more.
        assertThat(AuditTest.audit(desk).<String>path("broken.code")).isEqualTo("chain-rewritten");
    }

    @Test
    void tamperedCheckpointsAreFound() throws Exception {
        Desk desk = AuditTest.written();
        long number = make();
        desk.created(Kind.RFC, Desk.complete(Kind.RFC));
        Eventually.holds(
                () -> assertThat(AuditTest.audit(desk).<Integer>path("entries")).isEqualTo(13));
        make();
        List<String> tamperings = new ArrayList<>(List.of(
                "UPDATE checkpoint SET content = set_byte(content, 20, get_byte(content, 20) # 1)",
                "UPDATE checkpoint SET content = content || ' '",
                "UPDATE checkpoint SET content = ''",
                "UPDATE checkpoint SET signature = set_byte(signature, 0, get_byte(signature, 0) # 1)",
                "UPDATE checkpoint SET signature = ''",
                "UPDATE checkpoint SET public_key = 'x'",
                "UPDATE checkpoint SET at = at + interval '1 second'",
                "UPDATE checkpoint SET position = position + 1",
                "UPDATE checkpoint SET heads = heads + 1",
                "UPDATE checkpoint SET sha256 = sha256('x')",
                "UPDATE checkpoint SET number = number + 1000000",
                "DELETE FROM checkpoint"));
        try (Intruder intruder = new Intruder(desk.project())) {
            intruder.execute("CREATE TEMP TABLE kept_checkpoint AS SELECT * FROM checkpoint");
            Map<String, Object> forged = forged(number);
            for (String sql : tamperings) {
                intruder.change(sql + " WHERE number = " + number);
                assertChanged(intruder, desk, number, sql);
            }
            intruder.change(
                    "UPDATE checkpoint SET content = ?, signature = ?, sha256 = ?, public_key = ? WHERE number = "
                            + number,
                    forged.get("content"),
                    forged.get("signature"),
                    forged.get("sha256"),
                    forged.get("key"));
            assertChanged(intruder, desk, number, "signed by another key");
        }
        Tally.count("checkpoints: tampering found", tamperings.size() + 1);
    }

    private static void assertChanged(Intruder intruder, Desk desk, long number, String how) throws SQLException {
        Response audit = AuditTest.audit(desk);
        intruder.execute("DELETE FROM checkpoint");
        intruder.execute("INSERT INTO checkpoint SELECT * FROM kept_checkpoint");
        assertThat(audit.<String>path("broken.code")).as(how + audit.asString()).isEqualTo("checkpoint-changed");
        assertThat(audit.<Integer>path("broken.checkpoint")).as(how).isEqualTo((int) number);
    }

    /** The same checkpoint, signed by a key that anybody can make. */
    private Map<String, Object> forged(long number) {
        Checkpoint real = StrictJson.value(
                StrictJson.tree(
                        Api.as(Api.ADMIN).get(Checkpoints.PATH + "/" + number).asByteArray()),
                Checkpoint.class);
        SigningKey other = SigningKey.fresh();
        Checkpoint changed = new Checkpoint(
                number,
                real.at(),
                real.position(),
                real.previous(),
                real.heads(),
                other.publicKey().text(),
                null);
        byte[] content = changed.content();
        return Map.of(
                "content", content,
                "signature", other.sign(content),
                "sha256", CanonicalJson.sha256(content),
                "key", other.publicKey().text());
    }

    @Test
    void aKeyIsReadAsOpensslWritesIt() {
        // RFC 8410, section 10.3, and its public key of section 10.1.
        SigningKey key = SigningKey.parse("MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC");
        assertThat(key.publicKey().text()).isEqualTo("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=");
        assertThat(SigningKey.parse(key.encoded()).publicKey()).isEqualTo(key.publicKey());
        byte[] content = {1, 2, 3};
        assertThat(key.publicKey().verifies(content, key.sign(content))).isTrue();
        assertThat(key.publicKey().verifies(new byte[] {1, 2}, key.sign(content)))
                .isFalse();
        assertThatThrownBy(() -> SigningKey.parse("c2VjcmV0")).hasMessageNotContaining("c2VjcmV0");
        assertThat(keys.trusts(key.publicKey())).isFalse();
        assertThat(keys.trusts(keys.current().publicKey())).isTrue();
    }

    private static long make() {
        Response made = Api.as(Api.ADMIN).post(Checkpoints.PATH);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.<Number>path("number").longValue();
    }
}
