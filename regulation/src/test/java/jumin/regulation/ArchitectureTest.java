package jumin.regulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jumin.regulation.law.LawFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("法规模块的边界")
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("jumin.regulation");

    private static final Path SOURCES = LawFiles.FOLDER.resolve("src/main/java");

    @Test
    void nothingButTheJdkAndTheYamlReader() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "jumin.regulation..", "org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void yamlIsReadInOnePlace() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("jumin.regulation.law.YamlSource")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void noAmbientClock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CLASSES);
    }

    @Test
    void moneyIsNeverAFloatingOrUnboundedDecimal() {
        fields().should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.math.BigDecimal")
                .check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("jumin.regulation.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    @DisplayName("程序中没有城市：名称、拼音、区划代码只在数据里")
    void noCityInJava() throws IOException {
        var names = new ArrayList<String>();
        for (var city : cityFiles()) {
            var text = Files.readString(city);
            names.addAll(List.of(
                    city.getParent().getFileName().toString(),
                    value(text, "name").replace("市", "")));
            names.add(value(text, "area").replace("\"", "").substring(0, 4));
        }
        names.addAll(List.of("langfang", "chifeng", "chaoyang", "panzhihua", "廊坊", "赤峰", "朝阳", "攀枝花"));
        names.addAll(List.of("haixin", "海新", "9901", "haixia"));
        names.addAll(List.of("1310", "1504", "2113", "5104"));

        assertEquals(
                List.of(),
                sources()
                        .filter(line -> names.stream().anyMatch(line::contains))
                        .toList());
    }

    private static List<Path> cityFiles() throws IOException {
        try (Stream<Path> files = Files.walk(LawFiles.FOLDER.resolve("cities"), 2)) {
            return files.filter(path -> path.endsWith("city.yaml")).toList();
        }
    }

    private static String value(String yaml, String key) {
        return yaml.lines()
                .filter(line -> line.startsWith(key + ":"))
                .findFirst()
                .orElseThrow()
                .substring(key.length() + 1)
                .strip();
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            var lines = new ArrayList<String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).forEach(line -> lines.add(file.getFileName() + ": " + line));
            }
            return lines.stream();
        }
    }

    @Test
    void noFileIsLongerThan300Lines() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertEquals(
                    List.of(),
                    files.filter(path -> path.toString().endsWith(".java"))
                            .filter(ArchitectureTest::tooLong)
                            .toList());
        }
    }

    private static boolean tooLong(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count() > 300;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
