package jumin.regulation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jumin.regulation.Money;
import jumin.regulation.cases.CheckCasesRun;
import jumin.regulation.fact.FeeItem;
import jumin.regulation.fact.ItemClass;
import jumin.regulation.law.LawLibrary;
import jumin.regulation.law.LawSource;
import jumin.regulation.settlement.Adjudicator;
import jumin.regulation.settlement.SettlementFacts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("第六个统筹区是一个目录：其他城市常见的结构都只用数据写成")
class SixthCityTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    @Test
    void itsCasesPass() {
        SixthCity.in(folder);

        var result = CheckCasesRun.of(library(), folder.resolve("cities/haixin/cases"));

        assertTrue(result.endsWith("70 passed, 0 failed\n"), result);
    }

    @Test
    void itsLawIsClean() {
        var printed = SixthCity.in(folder).checked(DAY);

        assertTrue(printed.startsWith("0\n"), printed);
        assertTrue(printed.contains("0 处错误，0 处警告"), printed);
    }

    @Test
    @DisplayName("分段支付：每段一行，写明从哪里到哪里；加点各有一行依据")
    void everyBandHasALine() {
        SixthCity.in(folder);
        var facts = new SettlementFacts(SettlementFacts.of("inpatient")
                .stay(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 9))
                .providerLevel("secondary")
                .items(List.of(FeeItem.of(ItemClass.A, "service", Money.yuan("60600.00"))))
                .facts()
                .with("student", true)
                .with("family_doctor", true));

        var text = Adjudicator.adjudicate(facts, library().law(SixthCity.AREA, DAY, true))
                .worksheet()
                .text();

        assertEquals(3, text.lines().filter(line -> line.contains("统筹基金分段支付")).count(), text);
        assertTrue(text.contains("按人员提高支付比例（不满18周岁或在校学生）  5%"), text);
        assertTrue(text.contains("签约家庭医生提高支付比例（签约家庭医生）  2%"), text);
    }

    @Test
    @DisplayName("就高：核算单写明按哪一项")
    void theBetterOfTwoIsNamed() {
        SixthCity.in(folder);
        var facts = SettlementFacts.of("outpatient_best")
                .service(DAY)
                .providerLevel("primary")
                .items(List.of(FeeItem.of(ItemClass.A, "drug", Money.yuan("400.00"))));

        var law = library().law(SixthCity.AREA, DAY, true);
        var decision = Adjudicator.adjudicate(facts, law);

        assertTrue(
                decision.worksheet().text().contains("就高：按“两病”门诊用药"),
                decision.worksheet().text());
        assertEquals(
                decision.canonicalJson(),
                Adjudicator.replay(facts.canonicalJson(), law).canonicalJson());
    }

    private LawLibrary library() {
        return LawLibrary.load(LawSource.folder(folder));
    }
}
