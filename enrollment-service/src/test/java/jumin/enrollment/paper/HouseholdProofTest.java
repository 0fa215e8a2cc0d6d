package jumin.enrollment.paper;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.clerk;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import jumin.enrollment.Calls;
import jumin.enrollment.Demo;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HouseholdProofTest {

    @Inject
    Standard2024 contribution;

    @Test
    @DisplayName("全户参保凭证：当年参保的每一人一行，待遇享受期按征缴服务核定的印，没有核定的说明；没有人参保的不开")
    void aFamilyIsProvedOnOnePaper() throws Exception {
        Demo.divisions();
        Demo.clockAt("2023-10-10T09:00:00");
        var number = idNumber(LocalDate.of(1979, 9, 9), true);
        var household = Calls.household(Calls.registered(person("㛃大满", number)));
        var child = person("㛃小满", idNumber(LocalDate.of(2015, 3, 4), false));
        child.put("relation", "DAUGHTER");
        child.put("houseNumber", as(clerk()).get("/households/{id}", household).<String>path("houseNumber"));
        var childId = Calls.registered(child);
        contribution.coveredFrom(childId, 2024, "2024-03-01");

        String proof = PaperTest.issue(clerk(), "HOUSEHOLD_PROOF", household, true)
                .statusCode(201)
                .extract()
                .path("paperId");
        assertThat(
                PaperTest.text(proof).replaceAll("\\s", ""),
                allOf(
                        containsString("㛃小满"),
                        containsString(number),
                        containsString("待遇等待2024-01-01至2024-02-29（第十五条）；待遇享受2024-03-01至2024-12-31（第十五条）"),
                        containsString("尚未确定")));
        String masked = PaperTest.issue(clerk(), "HOUSEHOLD_PROOF", household, false)
                .statusCode(201)
                .extract()
                .path("paperId");
        assertThat(PaperTest.text(masked), not(containsString(number)));
        var papers = "/papers?issuedBy=clerk&since=2023-10-10&subject={id}&benefitYear={year}";
        Calls.get(clerk(), papers, household, 2024).body("items.paperId", allOf(hasItem(proof), hasItem(masked)));
        Calls.get(clerk(), papers, household, 2025).body("total", equalTo(0));
        PaperTest.issue(clerk(), "HOUSEHOLD_PROOF", UUID.randomUUID().toString(), false)
                .statusCode(422);
    }
}
