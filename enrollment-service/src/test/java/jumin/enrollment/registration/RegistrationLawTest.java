package jumin.enrollment.registration;

import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the law says to a registration at the counter. */
@QuarkusTest
class RegistrationLawTest {

    @Inject
    Standard2024 standard;

    @BeforeEach
    void aVillageInAutumn() {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
    }

    @Test
    @DisplayName("第十五条：已经结束的年度不能登记、续保、试算；第十七条：上年12月出生、90天内的新生儿仍缴出生当年，逾期不行")
    void aYearThatIsOverIsClosed() {
        Demo.clockAt("2024-02-10T09:00:00");
        var late = person("过年甲", idNumber(LocalDate.of(1990, 5, 6), true));
        late.put("benefitYear", 2023);
        register(late)
                .statusCode(422)
                .body("errors.code", hasItem("BENEFIT_YEAR_ENDED"))
                .body("errors.suggestion", hasItem(containsString("2024")))
                .body("citations.article", hasItem("第十五条"));
        late.put("benefitYear", 2024);
        String id = register(late).statusCode(201).extract().path("enrollment.personId");
        var last = Map.<String, Object>of("benefitYear", 2023, "type", "ordinary");
        Calls.post(clerk(), last, "/persons/{id}/enrollments", id)
                .statusCode(422)
                .body("errors.code", hasItem("BENEFIT_YEAR_ENDED"));
        Calls.post(clerk(), last, "/persons/{id}/enrollments/trial", id).statusCode(422);

        var born = LocalDate.of(2023, 12, 20);
        var child = person("过年新生", idNumber(born, true));
        child.put("benefitYear", 2023);
        child.put("type", "newborn");
        register(child).statusCode(201).body("enrollment.benefitYear", equalTo(2023));
        var other = person("过年逾期", idNumber(LocalDate.of(2023, 10, 20), true));
        other.put("benefitYear", 2023);
        other.put("type", "newborn");
        register(other).statusCode(422).body("errors.code", hasItem("BENEFIT_YEAR_ENDED"));
    }

    @Test
    @DisplayName("第五条、第六条：柜台填写参保资格的，本市户籍随登记保存；没有资格的、已参加职工医保的不登记，说明依据和改法")
    void theGroundIsAskedOfTheLaw() {
        var local = person("资格甲", idNumber(LocalDate.of(1990, 5, 6), true));
        local.put("ground", Map.of("localHousehold", true));
        register(local).statusCode(201).body("enrollment.facts.ground", equalTo("本市户籍"));

        var stranger = person("资格乙", idNumber(LocalDate.of(1990, 5, 6), true));
        stranger.put("ground", Map.of("insuredElsewhere", false));
        register(stranger)
                .statusCode(422)
                .body("errors.code", hasItem("NOT_ELIGIBLE"))
                .body("citations.article", hasItem("第五条"));
        stranger.put("ground", Map.of("localHousehold", true, "employeeInsured", true));
        register(stranger).statusCode(422).body("errors.code", hasItem("NOT_ELIGIBLE"));
        stranger.put("facts", Map.of("ground", "自称"));
        register(stranger).statusCode(400).body("code", equalTo("FIELD_INVALID"));
    }

    @Test
    @DisplayName("第十七条：新生儿登记的年度按条文；次年征缴未开始不能只缴次年，开始了可以；事由中的死亡日期不能自报")
    void theGuardiansChoiceIsChecked() throws Exception {
        standard.published(2046, "380.00");
        Demo.clockAt("2045-08-20T09:00:00");
        var child = person("李小满", "O365432109");
        child.putAll(Map.of(
                "idType",
                "BIRTH_CERTIFICATE",
                "type",
                "newborn",
                "birthDate",
                "2045-08-01",
                "sex",
                "MALE",
                "benefitYear",
                2046));
        register(child)
                .statusCode(422)
                .body("errors.code", hasItem("NEWBORN_YEAR"))
                .body("errors.suggestion", hasItem(containsString("2045")));
        child.put("facts", Map.of("chooseNextYearOnly", true));
        register(child).statusCode(422).body("errors.code", hasItem("CHOICE_NOT_OPEN"));
        child.put("facts", Map.of("deathDate", "2045-08-02"));
        register(child).statusCode(400).body("code", equalTo("FIELD_INVALID"));
        Demo.clockAt("2045-09-15T09:00:00");
        child.put("facts", Map.of("chooseNextYearOnly", true));
        register(child).statusCode(201).body("notes", hasSize(0));
    }
}
