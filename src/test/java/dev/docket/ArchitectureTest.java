package dev.docket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.docket.access.Needs;
import dev.docket.api.Idempotent;
import jakarta.ws.rs.POST;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.ExcludePackages;
import org.junit.platform.suite.api.SelectPackages;

/** Who may know whom. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.docket");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("dev.docket.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachPackageKnowsOnlyWhatItStandsOn() {
        knows("api");
        knows("postgres");
        knows("access", "protection", "api");
        knows("event", "api");
        knows("contract", "api");
        knows("project", "access", "api", "event");
        knows("document", "project", "access", "event", "api");
        knows("graph", "document", "project", "access", "api");
        knows("statistics", "document", "project", "access", "api");
        knows("idempotency", "document", "project", "access", "api");
        knows("feed", "event", "document", "project", "access", "protection", "api");
        knows("webhook", "event", "document", "project", "access", "api");
        knows("approval", "document", "project", "access", "api");
        knows("imports", "markdown", "document", "project", "access", "api");
        knows("catalog", "feed", "event", "document", "project", "access", "api");
        knows("register", "document", "project", "access", "api");
        knows("metrics", "document", "api");
        knows("trail", "access", "api");
        knows("protection", "api");
        knows("audit", "document", "project", "access", "event", "api");
        knows("markdown", "document", "access", "api");
    }

    @Test
    void namesSayWhatThingsAre() {
        classes()
                .should()
                .haveNameNotMatching(".*(Service|Impl|Dto|Mapper|Repository|Manager|Helper|Utils?)")
                .check(CLASSES);
    }

    @Test
    void everyPostCanBeSentAgain() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .should()
                .beAnnotatedWith(Idempotent.class)
                .andShould()
                .beAnnotatedWith(Needs.class)
                .check(CLASSES);
    }

    private static void knows(String feature, String... others) {
        String[] allowed = Stream.concat(Stream.of(feature), Arrays.stream(others))
                .map(name -> "dev.docket." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.docket." + feature + "..")
                .should()
                .dependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate
                                .<com.tngtech.archunit.core.domain.JavaClass>describe(
                                        "belong to a package that " + feature + " does not know",
                                        each -> each.getPackageName().startsWith("dev.docket")
                                                && Arrays.stream(allowed)
                                                        .noneMatch(prefix -> each.getPackageName()
                                                                .startsWith(prefix.substring(0, prefix.length() - 2)))))
                .check(CLASSES);
    }

    /** A package that is left out of one half and is not in the other would not be tested at all. */
    @Test
    void theHalvesOfTheTestsAreAWhole() {
        assertThat(SecondHalf.class.getAnnotation(ExcludePackages.class).value())
                .containsExactlyInAnyOrder(
                        FirstHalf.class.getAnnotation(SelectPackages.class).value());
    }
}
