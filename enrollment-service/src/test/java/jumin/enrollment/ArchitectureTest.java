package jumin.enrollment;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import jumin.testing.ArchitectureRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "jumin.enrollment";
    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses(ROOT);

    @Test
    @DisplayName("时间来自注入的时钟")
    void timeIsInjected() {
        ArchitectureRules.noAmbientClock(CLASSES);
    }

    @Test
    @DisplayName("没有浮点数字段")
    void moneyIsExact() {
        ArchitectureRules.noFloatingPoint(CLASSES);
    }

    @Test
    @DisplayName("功能之间没有循环依赖")
    void featuresAreAcyclic() {
        ArchitectureRules.featuresAcyclic(CLASSES, ROOT);
    }

    @Test
    @DisplayName("构造器注入")
    void injectionIsByConstructor() {
        ArchitectureRules.noFieldInjection(CLASSES);
    }

    @Test
    @DisplayName("没有含混的名字")
    void namesSayWhatThingsAre() {
        ArchitectureRules.noForbiddenNames(CLASSES);
    }

    @Test
    @DisplayName("资源类不碰仓储")
    void resourcesSpeakHttpOnly() {
        ArchitectureRules.resourcesDoNotTouchRepositories(CLASSES);
    }

    @Test
    @DisplayName("源码不写城市名，文件不过长")
    void sourcesNameNoCity() {
        ArchitectureRules.sourcesNameNoCityAndStayShort(Path.of("src/main/java"));
    }
}
