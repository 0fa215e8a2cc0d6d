package jumin.regulation.entitlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import jumin.regulation.BenefitYear;
import jumin.regulation.DateRange;
import jumin.regulation.law.Law;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("待遇区间")
class CoverageTest {

    private static final Law LAW = LawLibrary.load().law("360900", LocalDate.of(2024, 1, 1), true);
    private static final DateRange WINDOW = new DateRange(day(2023, 9, 15), day(2024, 2, 29));

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static EntitlementDecision.Entitled entitled(LocalDate paid) {
        var facts = EntitlementFacts.of("ordinary")
                .coverageYear(new BenefitYear(2024))
                .window(WINDOW)
                .paidOn(paid);
        return assertInstanceOf(EntitlementDecision.Entitled.class, Entitlement.decide(facts, LAW));
    }

    @Test
    @DisplayName("征缴期后缴费：先等待，后享受（第十五条）")
    void aLatePayerWaitsThenIsCovered() {
        var intervals = entitled(day(2024, 3, 10)).intervals();

        assertEquals(
                List.of(CoverageInterval.State.WAITING, CoverageInterval.State.COVERED),
                intervals.stream().map(CoverageInterval::state).toList());
        assertEquals(
                new DateRange(day(2024, 3, 10), day(2024, 6, 7)),
                intervals.getFirst().range());
        assertEquals(
                new DateRange(day(2024, 6, 8), day(2024, 12, 31)),
                intervals.getLast().range());
        assertEquals("第十五条", intervals.getFirst().citation().article());
    }

    @Test
    @DisplayName("参加职工医保期间暂停，申请后恢复（第二十条）；死亡后终止")
    void suspensionAndDeathCutTheYear() {
        var suspended =
                Entitlement.decide(EntitlementFacts.suspension(day(2024, 5, 1)).resumedOn(day(2024, 9, 1)), LAW);
        var death = Entitlement.decide(EntitlementFacts.termination("death", day(2024, 11, 10)), LAW);

        var intervals = Coverage.intervals(entitled(day(2023, 12, 1)), List.of(death, suspended));

        assertEquals(
                List.of(
                        new DateRange(day(2024, 1, 1), day(2024, 4, 30)),
                        new DateRange(day(2024, 9, 1), day(2024, 11, 10))),
                Coverage.covered(intervals));
        assertEquals(
                List.of(
                        CoverageInterval.State.COVERED,
                        CoverageInterval.State.SUSPENDED,
                        CoverageInterval.State.COVERED,
                        CoverageInterval.State.TERMINATED),
                intervals.stream().map(CoverageInterval::state).toList());
    }

    @Test
    void aSuspensionWithoutResumptionLastsToTheEndOfTheYear() {
        var suspended = Entitlement.decide(EntitlementFacts.suspension(day(2024, 5, 1)), LAW);

        var intervals = Coverage.intervals(entitled(day(2023, 12, 1)), List.of(suspended));

        assertEquals(List.of(new DateRange(day(2024, 1, 1), day(2024, 4, 30))), Coverage.covered(intervals));
        assertEquals(day(2024, 12, 31), intervals.getLast().range().last());
    }

    @Test
    void replayDecidesTheSame() {
        var facts = EntitlementFacts.of("ordinary").window(WINDOW).paidOn(day(2024, 3, 10));

        assertEquals(
                Entitlement.decide(facts, LAW).canonicalJson(),
                Entitlement.replay(facts.canonicalJson(), LAW).canonicalJson());
    }
}
