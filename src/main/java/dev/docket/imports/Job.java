package dev.docket.imports;

import dev.docket.document.Address;
import dev.docket.document.content.Kind;
import dev.docket.markdown.Hint;
import org.jspecify.annotations.Nullable;

/**
 * An import at work.
 *
 * @param kind the kind that all files are to be read as; null: what each looks like
 * @param template the template that all files are to be read as; null: what each looks like
 * @param actor the principal that asked for it
 * @param plan what is to be done once all files are in, as JSON; null until the import is planned
 * @param attempts how often it was taken up, this time too
 */
record Job(
        long id,
        long projectId,
        String project,
        boolean archived,
        @Nullable Kind kind,
        @Nullable String template,
        boolean dryRun,
        String actor,
        @Nullable String plan,
        int attempts) {

    Hint hint(@Nullable Kind known, @Nullable String path) {
        return new Hint(kind == null ? known : kind, template, path);
    }

    Address address(Kind of, int number) {
        return new Address(of, project, number);
    }
}
