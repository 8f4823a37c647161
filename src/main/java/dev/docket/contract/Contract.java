package dev.docket.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** The OpenAPI document in its last shape: both kinds spelled out, every error named, every body with an example. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private final IndexView code;

    public Contract(IndexView code) {
        this.code = code;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        describe(api);
        new Needed(api, code).add();
        new Kinds(api).unfold();
        new Texts(api).add();
        new Errors(api).add();
        new Tidy(api).tidy();
        new RateLimits(api).add();
        new Idempotency(api).add();
        new Examples(api).add();
    }

    private static void describe(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Docket")
                .version("1.0.0")
                .summary("The system of record for architecture decisions")
                .description("Architecture Decision Records and Requests for Comments with their options, risks and "
                        + "approvals, as versioned JSON documents whose lifecycle the server enforces. Inside v1 the "
                        + "contract only grows: clients tolerate members they do not know.")
                .contact(OASFactory.createContact().name("Docket").url("https://docket.dev"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        api.setServers(List.of(OASFactory.createServer().url("/").description("This service.")));
        api.setTags(Tags.ALL);
        api.getComponents()
                .addSecurityScheme(
                        "token",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A Docket token (dkt_…), or the bootstrap token."));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("token")));
    }
}
