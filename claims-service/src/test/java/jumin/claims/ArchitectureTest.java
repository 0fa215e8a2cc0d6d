package jumin.claims;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import jumin.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("房屋规则")
class ArchitectureTest {

    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses("jumin.claims");

    @Test
    void theRulesOfTheHouseHold() {
        ArchitectureRules.noAmbientClock(CLASSES);
        ArchitectureRules.noFloatingPoint(CLASSES);
        ArchitectureRules.featuresAcyclic(CLASSES, "jumin.claims");
        ArchitectureRules.noFieldInjection(CLASSES);
        ArchitectureRules.noForbiddenNames(CLASSES);
        ArchitectureRules.resourcesDoNotTouchRepositories(CLASSES);
        ArchitectureRules.sourcesNameNoCityAndStayShort(Path.of("src/main/java"));
    }

    @Test
    void onlyThePrinterKnowsThePdfLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..", "java.awt..")
                .check(CLASSES);
    }

    @Test
    void theSettlementPathIsPlainJdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "jumin.claims.settlement..", "jumin.claims.adjudication..", "jumin.claims.accumulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
                .check(CLASSES);
    }
}
