package jumin.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the house, for each service's own test to call. Plain methods: see docs/adr/0002. */
public final class ArchitectureRules {

    private static final int LONGEST_FILE = 300;
    private static final Pattern CITY = Pattern.compile(
            "廊坊|赤峰|朝阳|攀枝花|宜春|langfang|chifeng|chaoyang|panzhihua|yichun|\"(1310|1504|2113|5104|3609)\\d{0,2}",
            Pattern.CASE_INSENSITIVE);

    private ArchitectureRules() {}

    /** The main classes under a package. */
    public static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    /** Time comes from the injected clock, so that a year can be walked through and a test is the same tomorrow. */
    public static void noAmbientClock(JavaClasses classes) {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .because("the clock is injected")
                .check(classes);
    }

    public static void noFloatingPoint(JavaClasses classes) {
        noFields()
                .should()
                .haveRawType(double.class)
                .orShould()
                .haveRawType(float.class)
                .because("money is exact: fen in a long")
                .check(classes);
    }

    public static void featuresAcyclic(JavaClasses classes, String root) {
        slices().matching(root + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    public static void noFieldInjection(JavaClasses classes) {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .because("constructor injection")
                .allowEmptyShould(true)
                .check(classes);
    }

    public static void noForbiddenNames(JavaClasses classes) {
        classes()
                .should()
                .haveNameNotMatching(".*(Manager|Helper|Utils?|Handler|Processor|Impl|Dto|DTO|VO|BO)$")
                .check(classes);
        noClasses()
                .should()
                .resideInAnyPackage("..impl..", "..dto..", "..util..", "..utils..", "..common..", "..manager..")
                .check(classes);
    }

    /** Resources speak HTTP; they reach tables through use cases. */
    public static void resourcesDoNotTouchRepositories(JavaClasses classes) {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")
                .check(classes);
    }

    /** The text of the sources, which bytecode tools cannot see: no city, and no file that holds more than one idea. */
    public static void sourcesNameNoCityAndStayShort(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            var faults = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ArchitectureRules::faults)
                    .toList();
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> faults(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            var cities = lines.stream()
                    .filter(line -> CITY.matcher(line).find())
                    .map(line -> file + " names a city: " + line.strip());
            return lines.size() > LONGEST_FILE
                    ? Stream.concat(cities, Stream.of(file + " has " + lines.size() + " lines"))
                    : cities;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
