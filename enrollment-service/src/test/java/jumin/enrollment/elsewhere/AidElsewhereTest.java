package jumin.enrollment.elsewhere;

import static jumin.enrollment.Calls.get;
import static jumin.enrollment.Calls.post;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static jumin.enrollment.elsewhere.ElsewhereCity.claim;
import static jumin.enrollment.elsewhere.ElsewhereCity.claimed;
import static jumin.enrollment.elsewhere.ElsewhereCity.clerk;
import static jumin.enrollment.elsewhere.ElsewhereCity.county;
import static jumin.enrollment.elsewhere.ElsewhereCity.registered;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Langfang 7(2), last sentence: whoever is aided and insured elsewhere is aided by our standard. */
@QuarkusTest
class AidElsewhereTest {

    private static final String PATH = ElsewhereCity.PATH;
    private static final int YEAR = ElsewhereCity.YEAR;

    @Inject
    Standard2024 contribution;

    @Inject
    FeedOfThisService feed;

    private String poor;

    @BeforeEach
    void somebodyAided() throws Exception {
        poor = ElsewhereCity.somebodyAided(contribution).id();
    }

    @Test
    @DisplayName("廊坊第七条（二）：特困人员在异地参保的，按本市标准资助，不超过实缴；两人办理，记入变动流，撤回也记；未撤回的同一年度不能在本地参保")
    void ourStandardIsPaidForInsuranceElsewhere() throws Exception {
        String id = claimed(poor, "380.00")
                .body("state", equalTo("CLAIMED"))
                .body("award.amount", equalTo("380.00"))
                .body("award.standard", equalTo("400.00"))
                .body("award.tier", equalTo("full"))
                .body("award.citation.article", equalTo("第七条（二）"))
                .extract()
                .path("claimId");
        post(clerk(), claim(poor, "380.00"), PATH).statusCode(409).body("code", equalTo("ELSEWHERE_AID_CLAIMED"));

        var here = Map.<String, Object>of("benefitYear", YEAR, "type", "ordinary");
        post(clerk(), here, "/persons/{id}/enrollments", poor)
                .statusCode(409)
                .body("code", equalTo("ELSEWHERE_AID_CLAIMED"));
        get(clerk(), "/persons/{id}/enrollments", poor).body("items.benefitYear", equalTo(List.of(2066)));

        var yes = Map.<String, Object>of("approved", true, "reason", "票据相符");
        post(clerk(), yes, PATH + "/{id}/decision", id).statusCode(403);
        post(Demo.reviewer(), yes, PATH + "/{id}/decision", id).statusCode(404);
        post(county("county_approver", "approver-lf"), yes, PATH + "/{id}/decision", id)
                .statusCode(200)
                .body("state", equalTo("APPROVED"));
        var told = feed.last("elsewhere-aid", poor);
        assertEquals("APPROVED", told.get("state").asText());
        assertEquals("380.00", told.get("amount").asText());
        get(county("finance", "finance-lf"), PATH + "?state=APPROVED").body("items.claimId", hasItem(id));
        get(Demo.reviewer(), PATH + "?state=APPROVED").body("items.claimId", not(hasItem(id)));

        var back = Map.<String, Object>of("reason", "异地已退费");
        post(county("county_approver", "approver-lf"), back, PATH + "/{id}/withdrawal", id)
                .statusCode(403)
                .body("code", equalTo("ELSEWHERE_AID_SECOND_PERSON"));
        post(county("county_reviewer", "reviewer-lf"), back, PATH + "/{id}/withdrawal", id)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        assertEquals("WITHDRAWN", feed.last("elsewhere-aid", poor).get("state").asText());
        post(county("county_reviewer", "reviewer-lf"), back, PATH + "/{id}/withdrawal", id)
                .statusCode(409);
        post(clerk(), here, "/persons/{id}/enrollments", poor).statusCode(201);
    }

    @Test
    @DisplayName("受理人不能复核自己受理的；不同意的可以重新申请；资助不超过本市标准")
    void anotherPersonDecides() throws Exception {
        claimed(poor, "420.00").body("award.amount", equalTo("400.00"));
        String id =
                get(clerk(), PATH + "?size=100").extract().path("items.find { it.personId == '" + poor + "' }.claimId");
        var no = Map.<String, Object>of("approved", false, "reason", "票据不清");
        post(county("county_reviewer", "clerk-lf"), no, PATH + "/{id}/decision", id)
                .statusCode(403)
                .body("code", equalTo("ELSEWHERE_AID_SECOND_PERSON"));
        post(county("county_reviewer", "reviewer-lf"), no, PATH + "/{id}/decision", id)
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        claimed(poor, "420.00");
    }

    @Test
    @DisplayName("没有身份认定的、本年度在本地参保的、当地条文没有规定的，不受理，说明原因和条款")
    void whoIsNotEntitledIsRefused() throws Exception {
        claimed(poor, "380.00");
        var plain = registered(idNumber(LocalDate.of(1951, 5, 6), true), 2066);
        post(clerk(), claim(plain, "380.00"), PATH)
                .statusCode(422)
                .body("code", equalTo("ELSEWHERE_AID_REFUSED"))
                .body("citations[0].article", equalTo("第七条（二）"));
        var here = registered(idNumber(LocalDate.of(1952, 5, 6), true), YEAR);
        post(clerk(), claim(here, "380.00"), PATH).statusCode(409).body("code", equalTo("ALREADY_ENROLLED"));
        post(clerk(), claim(plain, "0.00"), PATH).statusCode(422).body("errors[0].pointer", equalTo("/paid"));

        Demo.divisions();
        var other = person("祁外保", idNumber(LocalDate.of(1953, 5, 6), true));
        other.put("benefitYear", 2066);
        var elsewhere = register(other).statusCode(201).extract().<String>path("enrollment.personId");
        post(Demo.clerk(), claim(elsewhere, "380.00"), PATH)
                .statusCode(422)
                .body("detail", containsString("没有异地参保的资助规定"));
    }
}
