package jumin.enrollment.grant;

import static jumin.enrollment.Demo.as;
import static jumin.enrollment.Demo.idNumber;
import static jumin.enrollment.Demo.person;
import static jumin.enrollment.Demo.register;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jumin.enrollment.Demo;
import jumin.enrollment.FeedOfThisService;
import jumin.enrollment.Standard2024;
import jumin.enrollment.subsidy.RepublishGranted;
import jumin.platform.scope.CurrentCaller;
import jumin.platform.sql.Sql;
import jumin.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In a city whose text leaves the amounts to the authorities. */
@QuarkusTest
class GrantTest {

    private static final String CITY = "211300";
    private static final String TOWNSHIP = "211300/211302/211302101/";
    private static final String VILLAGE = "211302101201";
    private static final int YEAR = 2026;
    private static final int PATIENCE = 100;
    private static final String RUN = "granted-subsidies-republished";
    private static final String DIVISIONS = """
            {"divisions": [
              {"code": "211300", "parent": null, "name": "北市", "level": "CITY"},
              {"code": "211302", "parent": "211300", "name": "北区", "level": "COUNTY"},
              {"code": "211302101", "parent": "211302", "name": "北镇", "level": "TOWNSHIP"},
              {"code": "211302101201", "parent": "211302101", "name": "北村", "level": "VILLAGE"}]}
            """;

    @Inject
    Standard2024 standard;

    @Inject
    FeedOfThisService feed;

    @Inject
    Sql sql;

    @Inject
    CurrentCaller caller;

    @Inject
    RepublishGranted republish;

    @BeforeEach
    void aCityWithItsStandard() throws Exception {
        Demo.clockAt("2025-10-10T09:00:00");
        as(Tokens.staff("system_admin", "north-admin", CITY + "/"))
                .contentType("application/json")
                .body(DIVISIONS)
                .post("/divisions")
                .then()
                .statusCode(200);
        standard.published(CITY, YEAR, "400.00");
    }

    private static String clerk() {
        return Tokens.staff("township_clerk", "north-clerk", TOWNSHIP);
    }

    private static String policy(String login) {
        return Tokens.staff("policy", login, CITY + "/");
    }

    private static ValidatableResponse post(String token, String path, Object body) {
        return as(token)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    private static Map<String, Object> grant(String division, String amount) {
        var grant = new HashMap<String, Object>();
        grant.put("divisionCode", division);
        grant.put("benefitYear", YEAR);
        grant.put("category", "minimum_living");
        grant.put("full", amount.isEmpty());
        if (!amount.isEmpty()) {
            grant.put("amount", amount);
        }
        grant.put("decisionNumber", "北医保〔2025〕9号");
        return grant;
    }

    private static String enrolledPoor(int year) {
        var number = idNumber(LocalDate.of(1985, 5, 5), true);
        var submission = person("北甲", number);
        submission.put("benefitYear", year);
        submission.put("divisionCode", VILLAGE);
        String enrollment = register(clerk(), submission, UUID.randomUUID().toString())
                .statusCode(201)
                .extract()
                .path("enrollment.enrollmentId");
        var department = Tokens.token(
                "north-civil", "department", Map.of("organ", "MZ211302", "area", CITY), Duration.ofMinutes(10));
        var row = Map.of("idNumber", number, "name", "北甲", "category", "minimum_living", "from", "2025-01-01");
        post(department, "/category-lists", Map.of("listMonth", "2025-10", "kind", "PARTIAL", "rows", List.of(row)))
                .statusCode(201)
                .body("counts.MATCHED", equalTo(1));
        return enrollment;
    }

    private List<JsonNode> told(String enrollment) {
        var person = caller.callAsService(() -> sql.first(
                        "select person_id::text from enrollment where id = ?::uuid",
                        row -> row.getString(1),
                        enrollment)
                .orElseThrow());
        return feed.all("enrollment", person);
    }

    /** 资助标准 as the message carries it: contribution decides the levy by the same amount. */
    private String toldToContribution(String enrollment) {
        return told(enrollment)
                .getLast()
                .path("subsidy")
                .path("configured")
                .path("minimum_living")
                .asText();
    }

    private static ValidatableResponse subsidy(String enrollment) {
        return as(clerk()).get("/enrollments/{id}/subsidy", enrollment).then().statusCode(200);
    }

    private static void becomes(String enrollment, String amount) throws InterruptedException {
        String now = "";
        for (var tries = 0; tries < PATIENCE && !Objects.equals(amount, now); tries++) {
            Thread.sleep(100);
            now = subsidy(enrollment).extract().path("amount");
        }
        assertEquals(amount, now);
    }

    private static String proposed(Map<String, Object> wanted) {
        return post(policy("north1"), "/subsidy-grants", wanted)
                .statusCode(201)
                .extract()
                .path("grantId");
    }

    private static ValidatableResponse said(String token, String grant, String step) {
        return post(token, "/subsidy-grants/" + grant + "/" + step, Map.of("approved", true));
    }

    @Test
    @DisplayName("条文交由市、县规定的金额：未公布暂缓；市公布后核定；复算逐字节相同")
    void whatTheTextLeavesToAuthoritiesIsPublished() throws InterruptedException {
        var enrollment = enrolledPoor(YEAR);
        subsidy(enrollment).body("state", equalTo("HELD"));
        proposed(grant(CITY, ""));
        String id = proposed(grant(CITY, "280.00"));
        said(policy("north1"), id, "approval").statusCode(403).body("code", equalTo("GRANT_SECOND_PERSON"));
        said(policy("north2"), id, "approval").statusCode(200).body("state", equalTo("IN_FORCE"));

        becomes(enrollment, "280.00");
        subsidy(enrollment).body("personAmount", equalTo("120.00")).body("payer", equalTo("finance"));
        assertEquals("280.00", toldToContribution(enrollment));
        as(clerk())
                .get("/enrollments/{id}/subsidy/replay", enrollment)
                .then()
                .statusCode(200)
                .body("identical", equalTo(true));
    }

    @Test
    @DisplayName("县的标准先用")
    void theCountysGrantGoesBeforeTheCitys() throws Exception {
        Demo.clockAt("2030-10-10T09:00:00");
        standard.published(CITY, 2031, "400.00");
        var enrollment = enrolledPoor(2031);
        said(policy("north2"), proposed(of(2031, grant(CITY, "280.00"))), "approval")
                .statusCode(200);
        becomes(enrollment, "280.00");
        var county = "211300/211302/";
        String more = post(
                        Tokens.staff("county_reviewer", "north-reviewer", county),
                        "/subsidy-grants",
                        of(2031, grant("211302", "300.00")))
                .statusCode(201)
                .extract()
                .path("grantId");
        said(Tokens.staff("county_approver", "north-approver", county), more, "approval")
                .statusCode(200);
        becomes(enrollment, "300.00");
        as(clerk()).get("/subsidy-grants?benefitYear=2031").then().body("items.grantId", hasItem(more));
    }

    private static Map<String, Object> of(int year, Map<String, Object> grant) {
        grant.put("benefitYear", year);
        return grant;
    }

    @Test
    @DisplayName("消息带上资助标准以前核定的：启动时补发一次，不改决定，暂缓的应缴随之自行核定；只补一次")
    void whatWasDecidedBeforeIsToldAgainOnce() throws Exception {
        Demo.clockAt("2029-10-10T09:00:00");
        standard.published(CITY, 2030, "400.00");
        var enrollment = enrolledPoor(2030);
        said(policy("north2"), proposed(of(2030, grant(CITY, "260.00"))), "approval")
                .statusCode(200);
        becomes(enrollment, "260.00");
        var before = told(enrollment).size();

        assertEquals(1, runs());
        caller.callAsService(() -> {
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.update("update job set state = 'CANCELLED' where type = ?", RUN));
            for (var i = 0; i < 2; i++) {
                QuarkusTransaction.requiringNew().run(republish::submitOnce);
            }
            return null;
        });
        for (var tries = 0; tries < PATIENCE && told(enrollment).size() == before; tries++) {
            Thread.sleep(100);
        }

        assertEquals(before + 1, told(enrollment).size());
        assertEquals("260.00", toldToContribution(enrollment));
        assertEquals(1, runs());
    }

    /** Those that count: with nothing to tell at the first start it ran, too, and is not started again. */
    private long runs() {
        return caller.callAsService(
                () -> sql.count("select count(*) from job where type = ? and state <> 'CANCELLED'", RUN));
    }

    @Test
    @DisplayName("别处的标准不能公布；全额与定额只能选一种")
    void grantsThatCannotBeAreRefused() {
        post(policy("north1"), "/subsidy-grants", grant("360902", "1.00"))
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
        var both = grant(CITY, "280.00");
        both.put("full", true);
        post(policy("north1"), "/subsidy-grants", both).statusCode(422).body("code", equalTo("GRANT_INVALID"));
    }

    @Test
    @DisplayName("拟定人可在复核前撤回，撤回后不能复核；别人不能撤回")
    void aProposalIsWithdrawnByItsAuthor() throws Exception {
        Demo.clockAt("2027-10-10T09:00:00");
        standard.published(CITY, 2028, "400.00");
        var wrong = proposed(of(2028, grant(CITY, "280.00")));
        said(policy("north2"), wrong, "withdrawal").statusCode(409);
        said(policy("north1"), wrong, "withdrawal").statusCode(200).body("state", equalTo("WITHDRAWN"));
        said(policy("north2"), wrong, "approval").statusCode(409).body("code", equalTo("GRANT_NOT_PENDING"));
    }

    @Test
    @DisplayName("公布的凭文件由两人终止，该年度资助随之重新核定")
    void aGrantIsEndedByTwo() throws Exception {
        Demo.clockAt("2027-10-10T09:00:00");
        standard.published(CITY, 2028, "400.00");
        var enrollment = enrolledPoor(2028);
        var id = proposed(of(2028, grant(CITY, "280.00")));
        var ending = Map.of("document", "北医保〔2027〕12号");
        post(policy("north1"), "/subsidy-grants/" + id + "/ending", ending).statusCode(409);
        said(policy("north2"), id, "approval").statusCode(200);
        becomes(enrollment, "280.00");
        said(policy("north2"), id, "ending-approval").statusCode(409);
        post(policy("north1"), "/subsidy-grants/" + id + "/ending", ending)
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .body("endingDocument", equalTo("北医保〔2027〕12号"));
        said(policy("north1"), id, "ending-approval").statusCode(403).body("code", equalTo("GRANT_SECOND_PERSON"));
        said(policy("north2"), id, "ending-approval").statusCode(200).body("state", equalTo("ENDED"));
        becomes(enrollment, null);
        subsidy(enrollment).body("state", equalTo("HELD"));
    }
}
