package jumin.contribution.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jumin.contribution.insured.Enrollment;
import jumin.contribution.insured.InsuredPerson;
import jumin.contribution.insured.Recognition;
import jumin.contribution.insured.Told;
import jumin.contribution.levy.Levy;
import jumin.contribution.levy.LevyTerms;
import jumin.regulation.Money;
import jumin.regulation.entitlement.Entitlement;
import jumin.regulation.entitlement.EntitlementDecision;
import jumin.regulation.law.LawLibrary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** 廊坊第五条（三）: outside the window cover begins in the month after the recognition, by the department's day. */
class RecognisedCoverTest {

    private static final String AREA = "131000";
    private static final UUID PERSON = UUID.randomUUID();

    private final ObjectNode typed = JsonNodeFactory.instance.objectNode();

    private String type = "ordinary";
    private String tier = "full";
    private String levied = "special_hardship";

    private static Recognition recognised(String category, String from, String to) {
        return new Recognition(
                category,
                LocalDate.parse(from),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    private CoverageBasis basis(Recognition... recognitions) {
        var subsidy = JsonNodeFactory.instance.objectNode().put("tier", tier);
        var enrollment = new Enrollment(
                UUID.randomUUID(),
                PERSON,
                AREA,
                2024,
                type,
                "ENROLLED",
                LocalDate.of(2024, 4, 20),
                Optional.of(LocalDate.of(1980, 1, 1)),
                typed,
                Optional.empty(),
                "",
                subsidy);
        var terms = new LevyTerms(
                LevyTerms.State.ISSUED,
                "",
                "-",
                Optional.empty(),
                Money.yuan("400.00"),
                Money.yuan("400.00"),
                "full",
                "finance",
                levied,
                List.of());
        var person = new InsuredPerson(
                PERSON,
                true,
                AREA,
                "131000/",
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
        return new CoverageBasis(
                person,
                List.of(enrollment),
                new Told(List.of(recognitions), Optional.empty()),
                Optional.empty(),
                Optional.of(new Levy(UUID.randomUUID(), PERSON, 2024, 1, terms)),
                Money.ZERO,
                Optional.empty());
    }

    private static LocalDate start(CoverageBasis basis) {
        var law = LawLibrary.load().law(AREA, LocalDate.of(2024, 1, 1), true);
        var decision = Entitlement.decide(CoverageFacts.of(basis, 0, law), law);
        return decision instanceof EntitlementDecision.Entitled entitled
                ? entitled.benefit().first()
                : LocalDate.MIN;
    }

    @Test
    @DisplayName("登记时没有填认定日期：按民政认定的次月起享受")
    void theDepartmentSaysTheDay() {
        assertEquals(LocalDate.of(2024, 5, 1), start(basis(recognised("special_hardship", "2024-04-10", ""))));
    }

    @Test
    @DisplayName("填的认定日期与部门不同：以部门为准")
    void theDepartmentPrevailsOverTheCounter() {
        typed.put("recognizedDate", "2024-01-10");
        assertEquals(LocalDate.of(2024, 5, 1), start(basis(recognised("special_hardship", "2024-04-10", ""))));
    }

    @Test
    @DisplayName("别的身份、早已失效的认定不算；同一身份连续的，从最早的算")
    void onlyWhatCountsForTheYear() {
        assertEquals(
                LocalDate.of(2024, 5, 1),
                start(basis(
                        recognised("special_hardship", "2019-01-01", "2021-12-31"),
                        recognised("minimum_living", "2024-01-05", ""),
                        recognised("special_hardship", "2024-06-01", ""),
                        recognised("special_hardship", "2024-04-10", "2024-05-31"))));
    }

    @Test
    @DisplayName("自报医疗救助对象、部门没有认定：按普通居民，没有免等待期；认定后按救助对象")
    void whoIsNotRecognisedIsAnOrdinaryResident() {
        type = "medical_assistance";
        tier = "none";
        assertEquals(Optional.of("ordinary"), typeOf(basis()));
        assertEquals(
                Optional.of("ordinary"), typeOf(basis(recognised("low_income_margin", "2019-01-01", "2020-12-31"))));
        assertEquals(
                Optional.of("medical_assistance"), typeOf(basis(recognised("low_income_margin", "2024-03-01", ""))));
        type = "veteran";
        assertEquals(Optional.of("veteran"), typeOf(basis()));
    }

    @Test
    @DisplayName("不享受资助的救助对象：认定日期同样以部门为准，不按柜台所填")
    void theDepartmentSaysTheDayOfWhoeverIsNotSubsidisedToo() {
        type = "medical_assistance";
        tier = "none";
        levied = "";
        typed.put("recognizedDate", "2024-01-10");
        assertEquals(LocalDate.of(2024, 5, 1), start(basis(recognised("low_income_margin", "2024-04-10", ""))));
    }

    private static Optional<String> typeOf(CoverageBasis basis) {
        var law = LawLibrary.load().law(AREA, LocalDate.of(2024, 1, 1), true);
        return CoverageFacts.of(basis, 0, law).facts().word("enrollment_type");
    }

    @Test
    @DisplayName("部门没有认定：用登记的日期")
    void withoutTheDepartmentTheCountersDayStands() {
        typed.put("recognizedDate", "2024-02-10");
        assertEquals(LocalDate.of(2024, 3, 1), start(basis()));
    }
}
