package jumin.contribution;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import jumin.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "jumin.contribution";
    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses(ROOT);

    @Test
    @DisplayName("时间只取自注入的时钟")
    void noAmbientClock() {
        ArchitectureRules.noAmbientClock(CLASSES);
    }

    @Test
    @DisplayName("金额不用浮点数")
    void noFloatingPoint() {
        ArchitectureRules.noFloatingPoint(CLASSES);
    }

    @Test
    @DisplayName("功能之间没有环")
    void featuresAcyclic() {
        ArchitectureRules.featuresAcyclic(CLASSES, ROOT);
    }

    @Test
    @DisplayName("构造器注入、命名、资源不碰仓储")
    void houseStyle() {
        ArchitectureRules.noFieldInjection(CLASSES);
        ArchitectureRules.noForbiddenNames(CLASSES);
        ArchitectureRules.resourcesDoNotTouchRepositories(CLASSES);
    }

    @Test
    @DisplayName("代码中没有城市名，文件不过长")
    void sourcesNameNoCity() {
        ArchitectureRules.sourcesNameNoCityAndStayShort(Path.of("src/main/java"));
    }
}
