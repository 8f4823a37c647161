package dev.docket.idempotency;

import dev.docket.access.Caller;
import dev.docket.access.Needs;
import dev.docket.access.Permission;
import dev.docket.project.Projects;
import dev.docket.project.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether whoever asks again could still ask at all. */
@ApplicationScoped
class Rights {

    private static final Pattern IN_PROJECT = Pattern.compile("/api/v1/projects/([^/]+)/.*");

    private final Projects projects;

    Rights(Projects projects) {
        this.projects = projects;
    }

    /** 404 or 403, as of the operation itself, unless the caller holds one of the permissions that it takes. */
    void check(Caller caller, Method operation, String path) {
        Permission[] needs = operation.getAnnotation(Needs.class).value();
        Matcher in = IN_PROJECT.matcher(path);
        if (in.matches()) {
            Standing standing = projects.standing(caller, in.group(1));
            if (Arrays.stream(needs).noneMatch(standing::may)) {
                standing.permit(needs[0]);
            }
        } else if (Arrays.stream(needs).noneMatch(caller::may)) {
            caller.require(needs[0]);
        }
    }
}
