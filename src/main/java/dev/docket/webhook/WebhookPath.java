package dev.docket.webhook;

import dev.docket.api.ProblemType;
import dev.docket.project.ProjectPath;
import jakarta.ws.rs.PathParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The path parameters that lead to a webhook. */
public class WebhookPath extends ProjectPath {

    static final String ALL = ProjectPath.PATH + "/webhooks";

    static final String ID = "^[1-9][0-9]{0,17}$";

    private static final Pattern PATTERN = Pattern.compile(ID);

    @PathParam("id")
    @Parameter(description = "The webhook's id.", example = "17", schema = @Schema(pattern = ID, maxLength = 18))
    String id = "";

    static String of(String project, long id) {
        return ALL.replace("{project}", project) + "/" + id;
    }

    /** 0, which no webhook has, for what cannot be one. */
    long id() {
        return number(id);
    }

    static long number(String text) {
        return PATTERN.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    static RuntimeException missing() {
        return ProblemType.NOT_FOUND.because("There is no such webhook in this project.");
    }
}
