package jumin.enrollment.eligibility;

import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.clerk;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import jumin.enrollment.Demo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EligibilityTest {

    @BeforeEach
    void aVillage() {
        Demo.divisions();
        Demo.clockAt("2024-03-10T09:00:00");
    }

    private static Map<String, Object> facts(Object... pairs) {
        var facts = new HashMap<String, Object>(Map.of("divisionCode", Demo.VILLAGE));
        for (var i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i].toString(), pairs[i + 1]);
        }
        return facts;
    }

    @Test
    @DisplayName("第五、六、八条：户籍、居住证、学生可参保；职工、外地参保不可；登记地附条款")
    void whoMayEnrollAndWhere() {
        post(clerk(), facts("localHousehold", true), "/eligibility-checks")
                .statusCode(200)
                .body("eligibility.outcome", equalTo("YES"))
                .body("eligibility.citation.article", equalTo("第五条（一）"))
                .body("place.explanation", containsString("户籍地或居住地"))
                .body("place.citation.article", equalTo("第八条"));
        post(clerk(), facts("residencePermit", true), "/eligibility-checks")
                .body("eligibility.outcome", equalTo("YES"));
        post(clerk(), facts("student", true), "/eligibility-checks").body("place.explanation", containsString("学籍地"));
        post(clerk(), facts("localHousehold", true, "employeeInsured", true), "/eligibility-checks")
                .body("eligibility.outcome", equalTo("NO"))
                .body("eligibility.citation.article", equalTo("第六条"));
        post(clerk(), facts("residencePermit", true, "insuredElsewhere", true), "/eligibility-checks")
                .body("eligibility.outcome", equalTo("NO"));
        post(clerk(), facts(), "/eligibility-checks").body("eligibility.outcome", equalTo("NO"));
    }

    @Test
    @DisplayName("第十七条：第90天可选出生当年或只缴次年，第91天按普通居民；出生当日不计（A1）")
    void theGuardianChooses() {
        var onTheNinetieth = facts("birthDate", "2024-01-01", "on", "2024-03-31");
        post(clerk(), onTheNinetieth, "/newborn-options")
                .statusCode(200)
                .body("daysSinceBirth", equalTo(90))
                .body("birthYear.outcome", equalTo("YES"))
                .body("birthYear.coverFrom", equalTo("2024-01-01"))
                .body("birthYear.contributionYears", hasItem(2024))
                .body("birthYear.citation.article", containsString("第十七条"))
                .body("nextYearOnly.coverFrom", equalTo("2025-01-01"));
        post(clerk(), facts("birthDate", "2024-01-01", "on", "2024-04-01"), "/newborn-options")
                .body("birthYear.coverFrom", org.hamcrest.Matchers.not(equalTo("2024-01-01")));
        post(clerk(), facts("birthDate", "2024-04-01", "on", "2024-03-01"), "/newborn-options")
                .statusCode(422)
                .body("code", equalTo("PERSON_FACTS_INVALID"));
    }
}
