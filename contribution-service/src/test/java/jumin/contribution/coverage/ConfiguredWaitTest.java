package jumin.contribution.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.Told;
import jumin.contribution.standard.StandardInForce;
import jumin.regulation.DateRange;
import jumin.regulation.Money;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 攀枝花第十一条: before 2025 the length of the wait is the city's to fix, at most six months. */
class ConfiguredWaitTest {

    private static final String AREA = "510400";
    private static final UUID PERSON = UUID.randomUUID();

    private static EntitlementDecision latePayer(Optional<Integer> months) {
        var none = JsonNodeFactory.instance.objectNode();
        var enrollment = new Enrollment(
                UUID.randomUUID(),
                PERSON,
                AREA,
                2024,
                "ordinary",
                "ENROLLED",
                LocalDate.of(2024, 3, 1),
                Optional.of(LocalDate.of(1980, 1, 1)),
                none,
                Optional.empty(),
                "",
                none);
        var person = new InsuredPerson(
                PERSON,
                true,
                AREA,
                AREA + "/",
                "P1",
                "测试甲",
                "",
                "",
                "",
                "",
                Optional.empty(),
                "-",
                "ACTIVE",
                Optional.empty());
        var standard = new StandardInForce(
                UUID.randomUUID(),
                AREA,
                2024,
                Money.yuan("380.00"),
                Money.yuan("670.00"),
                Optional.empty(),
                new DateRange(LocalDate.of(2023, 9, 1), LocalDate.of(2023, 12, 31)),
                Optional.empty(),
                months,
                "演示1号");
        var basis = new CoverageBasis(
                person,
                List.of(enrollment),
                Told.NOTHING,
                Optional.of(standard),
                Optional.empty(),
                Money.ZERO,
                Optional.of(LocalDate.of(2024, 3, 1)));
        var law = LawLibrary.load().law(AREA, LocalDate.of(2024, 1, 1), true);
        return Entitlement.decide(CoverageFacts.of(basis, 0, law), law);
    }

    @Test
    @DisplayName("市里没有规定长度的，2024年征缴期后缴费的待遇暂缓；规定了3个月的，满3个月享受")
    void theCityFixesTheLength() {
        assertInstanceOf(EntitlementDecision.Held.class, latePayer(Optional.empty()));
        var entitled = assertInstanceOf(EntitlementDecision.Entitled.class, latePayer(Optional.of(3)));
        assertEquals(LocalDate.of(2024, 6, 1), entitled.benefit().first());
    }
}
