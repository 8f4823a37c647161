package dev.docket.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.Api;
import dev.docket.Eventually;
import dev.docket.Tables;
import dev.docket.imports.Folder;
import dev.docket.imports.Porter;
import dev.docket.postgres.TestPostgres;
import dev.docket.proof.Tally;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A content that came in with a file goes with the file, stays gone when the index is made anew, and the proof holds. */
@QuarkusTest
@QuarkusTestResource(TestPostgres.class)
class RedactedImportTest {

    private static final String CHECKPOINTS = "/api/v1/audit/checkpoints";

    private final String secret = "hunter" + Api.unique("two");

    @Inject
    Rebuild rebuild;

    @Inject
    DataSource database;

    @Test
    void theFileGoesToo() throws Exception {
        Porter porter = Porter.ofNewProject();
        String document = imported(porter);
        checkpoint();
        assertThat(Tables.holding(database, secret)).contains("revision_content", "original");
        assertThat(redact(document).statusCode()).isEqualTo(200);
        isGone(porter, document);

        assertThat(rebuild.all()).isPositive();
        isGone(porter, document);
        isWhole(porter, 1);
        checkpoint();
        isWhole(porter, 2);
        Tally.count("redaction: of an imported file, before and after a rebuild", 2);
    }

    /** The path of a document whose first revision, and no other, has the secret; as its file has. */
    private String imported(Porter porter) {
        porter.imported(Folder.of(
                "docs/0001-leak.md",
                "# 1. Leak\n\n## Status\n\nProposed\n\n## Context\n\nThe password is " + secret
                        + ".\n\n## Decision\n\nNone.\n"));
        String document = porter.path() + "/adrs/1";
        assertThat(markdown(porter, document)).contains(secret);
        Response edited = porter.desk()
                .request()
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"context\": null}")
                .patch(document);
        assertThat(edited.statusCode()).as(edited.asString()).isEqualTo(200);
        return document;
    }

    private void isGone(Porter porter, String document) throws Exception {
        assertThat(Tables.holding(database, secret)).isEmpty();
        for (String type : new String[] {"application/json", "text/markdown"}) {
            assertThat(porter.desk()
                            .request()
                            .accept(type)
                            .get(document + "/revisions/1")
                            .statusCode())
                    .as(type)
                    .isEqualTo(410);
        }
        assertThat(porter.desk()
                        .request()
                        .accept("text/x-diff")
                        .get(document + "/revisions/2/diff?from=1")
                        .statusCode())
                .isEqualTo(410);
        assertThat(markdown(porter, document)).doesNotContain(secret);
        assertThat(Porter.unzipped(porter.export("")).values())
                .isNotEmpty()
                .noneMatch(file -> new String(file, StandardCharsets.UTF_8).contains(secret));
        assertThat(porter.desk().request().get("/api/v1/documents?q=" + secret).<Integer>path("items.size()"))
                .isZero();
    }

    /** With so many checkpoints that name the project's chain. */
    private static void isWhole(Porter porter, int checkpoints) throws Exception {
        Eventually.holds(() -> {
            Response audit = Api.as(Api.ADMIN).get(porter.path() + "/audit");
            assertThat(audit.<Boolean>path("intact")).as(audit.asString()).isTrue();
            assertThat(audit.<Integer>path("redactions")).isEqualTo(1);
            assertThat(audit.<Integer>path("checkpoints")).isGreaterThanOrEqualTo(checkpoints);
        });
    }

    private static void checkpoint() {
        assertThat(Api.as(Api.ADMIN).post(CHECKPOINTS).statusCode()).isEqualTo(201);
    }

    private static Response redact(String document) {
        return Api.as(Api.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"2\"")
                .body(Map.of("reason", "A password was imported."))
                .post(document + "/revisions/1/redaction");
    }

    private static String markdown(Porter porter, String document) {
        return porter.desk().request().accept("text/markdown").get(document).asString();
    }
}
