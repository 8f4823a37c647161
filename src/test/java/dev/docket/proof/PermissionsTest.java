package dev.docket.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.access.GlobalRole;
import dev.docket.access.Permission;
import dev.docket.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of permissions, its page, and the operations that it is about. */
class PermissionsTest {

    private static final Path PAGE = Path.of("src/docs/permissions.md");

    @Test
    void everyOperationNamesWhatItNeeds() {
        assertThat(Operation.guarded())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.needs()).as(operation.id()).isNotEmpty());
        assertThat(Operation.all())
                .filteredOn(Operation::open)
                .allSatisfy(operation -> assertThat(operation.needs()).isEmpty());
    }

    /** Without a valid request of it, the proofs of this package would pass it over. */
    @Test
    void everyOperationHasASample() {
        Set<String> sampled =
                Sampled.all().stream().map(each -> each.operation().id()).collect(Collectors.toSet());
        assertThat(Operation.all())
                .extracting(Operation::id)
                .allSatisfy(id -> assertThat(sampled)
                        .as(
                                "No valid request of the operation %1$s is known: add Sample.of(\"%1$s\", ...) to the samples of its "
                                        + "feature in src/test/java/dev/docket/proof/sample, or a class there whose name ends in Samples; "
                                        + "ApprovalSamples is one to imitate.",
                                id)
                        .contains(id));
    }

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String page = page();
        Files.writeString(Path.of("target/permissions.md"), page);
        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        String operations = Operation.guarded().stream()
                .map(operation -> "| `%s` | %s |"
                        .formatted(
                                operation.id(),
                                operation.needs().stream().map(Permission::json).collect(Collectors.joining(", "))))
                .sorted()
                .collect(Collectors.joining("\n"));
        String permissions =
                Arrays.stream(Permission.values()).map(PermissionsTest::row).collect(Collectors.joining("\n"));
        return """
                # Permissions

                Who may do what: made from the table in `access/Permission`, which the service goes by, and from the contract. Change them there.

                A member holds what its roles hold in the project that it is a member of; `admin` and `auditor` are global, and hold what they hold in every project. Every principal reads an internal project. A token does only what its scope allows.

                | permission | what it allows | scope | held by |
                |---|---|---|---|
                %s

                ## Operations

                One of the permissions is enough; which of them depends on the request.

                | operation | permissions |
                |---|---|
                %s
                """.formatted(permissions, operations);
    }

    private static String row(Permission permission) {
        String holders = Stream.of(
                        permission.everybody() ? Stream.of("every principal") : Stream.<String>of(),
                        permission.roles().stream().map(Role::json).sorted(),
                        permission.globalRoles().stream().map(GlobalRole::json).sorted())
                .flatMap(names -> names)
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        permission.json(),
                        permission.sentence(),
                        permission.scope() == null ? "any" : permission.scope().json(),
                        holders);
    }
}
