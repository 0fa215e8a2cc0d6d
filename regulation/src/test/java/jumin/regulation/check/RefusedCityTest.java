package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;
import jumin.regulation.law.LawDataProblem;
import jumin.regulation.law.LawFiles;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("一个统筹区的数据有误：只有它没有载入，其他的照常")
class RefusedCityTest {

    private static final String FILE = "cities/yichun/06-outpatient.yaml";
    private static final String AREA = "360900";
    private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

    @Test
    @DisplayName("格式有误")
    void aFileThatIsNoYaml() {
        var library = LawLibrary.load(LawFiles.changed(FILE, "rules:", "rules: ["));

        assertOnlyThisAreaIsMissing(library);
        assertTrue(library.refused().getFirst().toString().startsWith("cities/yichun 没有载入：" + FILE + ":"));
        var problem = assertThrows(IllegalArgumentException.class, () -> library.law(AREA, DAY, true));
        assertTrue(problem.getMessage().contains("cities/yichun 没有载入"), problem.getMessage());
    }

    @Test
    @DisplayName("写法对而不能执行")
    void aRuleThatCannotBeCarriedOut() {
        var loaded = LawLibrary.load(
                LawFiles.changed(FILE, "{pay: pool, rate: two_disease.ratio}", "{pay: pool, rate: two_disease.rates}"));

        var sound = SoundLaw.of(loaded, true);

        assertEquals(5, loaded.areas().size());
        assertOnlyThisAreaIsMissing(sound);
        assertTrue(sound.refused().getFirst().problems().getFirst().what().contains("是不是“two_disease.ratio”"));
    }

    @Test
    @DisplayName("几项待遇都不能执行的，一次说完")
    void allRulesThatCannotBeCarriedOutAreToldAtOnce() {
        var text = LawFiles.source()
                .text(FILE)
                .replace("{pay: pool, rate: outpatient.ratio}", "{pay: pool, rate: outpatient.ratios}")
                .replace("{pay: pool, rate: two_disease.ratio}", "{pay: pool, rate: two_disease.rates}")
                .replace("amount: general_fee.fund, times: visits}", "amount: general_fee.fund, times: visit}");

        var told = SoundLaw.of(LawLibrary.load(LawFiles.with(Map.of(FILE, text))), true)
                .refused()
                .getFirst()
                .problems();

        assertEquals(3, told.size(), told::toString);
    }

    @Test
    @DisplayName("一个文件里的错误一次说完")
    void allMistakesOfAFileAreToldAtOnce() {
        var source = LawFiles.changed(FILE, "unit: refusal", "unit: refused");

        assertEquals(3, LawLibrary.load(source).refused().getFirst().problems().size());
    }

    @Test
    @DisplayName("国家规定有误：没有法规可用，启动时即报错")
    void withoutTheNationalRulesThereIsNoLaw() {
        var source = LawFiles.changed("national/waiting.yaml", "fixed: 3m", "fixed: 三个月");

        var problem = assertThrows(LawDataProblem.class, () -> LawLibrary.load(source));
        assertTrue(problem.getMessage().startsWith("national/waiting.yaml:"), problem.getMessage());
    }

    private static void assertOnlyThisAreaIsMissing(LawLibrary library) {
        assertFalse(library.areas().contains(AREA));
        assertEquals(4, library.areas().size());
        assertEquals(1, library.refused().size());
        assertTrue(library.find(AREA, DAY, true).isEmpty());
    }
}
