package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class StandardTest {

    private static Map<String, Object> proposal(int year) {
        return new HashMap<>(Map.of(
                "area",
                "360900",
                "benefitYear",
                year,
                "individualContribution",
                "400.00",
                "fiscalSubsidy",
                "700.00",
                "windowFrom",
                (year - 1) + "-09-15",
                "windowTo",
                year + "-02-28",
                "decisionNumber",
                "测试" + year));
    }

    private static String propose(int year) {
        return World.as("policy", "policy", "360900/")
                .body(proposal(year))
                .post(ROOT + "standards")
                .then()
                .statusCode(201)
                .body("state", equalTo("PROPOSED"))
                .extract()
                .path("standardId");
    }

    @Test
    @DisplayName("拟定人不能自己审批（第十二条、第十五条）")
    void whoProposesDoesNotApprove() {
        var id = propose(2031);
        World.as("policy", "policy", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("STANDARD_NEEDS_TWO_PERSONS"));
        World.as("policy", "policy2", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("inForce", equalTo(true));
        World.as("policy", "policy3", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("STANDARD_ALREADY_DECIDED"));
    }

    @Test
    @DisplayName("更正是新版本；旧版本保留")
    void correctionIsANewVersion() {
        var first = propose(2032);
        World.as("policy", "policy", "360900/")
                .body(proposal(2032))
                .post(ROOT + "standards")
                .then()
                .statusCode(409)
                .body("code", equalTo("STANDARD_ALREADY_PROPOSED"));
        World.as("policy", "policy2", "360900/").post(ROOT + "standards/" + first + "/approval");
        var second = propose(2032);
        World.as("policy", "policy2", "360900/").post(ROOT + "standards/" + second + "/approval");
        World.as("policy", "policy2", "360900/")
                .get(ROOT + "standards?area=360900&benefitYear=2032")
                .then()
                .statusCode(200)
                .body("version", contains(1, 2))
                .body("inForce", contains(false, true));
    }

    @Test
    @DisplayName("没有公布的年度没有标准，不沿用上一年度")
    void nothingFallsBackToAnotherYear() {
        World.as("finance", "finance", "360900/")
                .header("Idempotency-Key", "run-2039")
                .body(Map.of("area", "360900", "benefitYear", 2039))
                .post(ROOT + "levy-runs")
                .then()
                .statusCode(422)
                .body("code", equalTo("STANDARD_NOT_PUBLISHED"));
        World.as("policy", "policy", "360900/")
                .get(ROOT + "standards?area=360900&benefitYear=2039")
                .then()
                .body("$", empty());
    }

    @Test
    @DisplayName("公布的标准进入变更流")
    void publishedStandardIsInTheFeed() {
        var id = propose(2033);
        World.as("policy", "policy2", "360900/").post(ROOT + "standards/" + id + "/approval");
        assertThat(FeedPages.payloads("enrollment-service", "it.kind == 'standard'", "standardId"), hasItem(id));
    }

    @Test
    @DisplayName("财政补助按各级政府分担，之和须等于补助；延长征缴期有自己的文号，变更流带延长后的末日")
    void sharesAddUpAndTheWindowMayBeExtended() {
        var proposal = proposal(2035);
        proposal.put(
                "fiscalByLevel",
                Map.of("central", "420.00", "provincial", "200.00", "city", "40.00", "county", "40.01"));
        World.as("policy", "policy", "360900/")
                .body(proposal)
                .post(ROOT + "standards")
                .then()
                .statusCode(400)
                .body("code", equalTo("STANDARD_LEVELS_WRONG"));
        proposal.put(
                "fiscalByLevel",
                Map.of("central", "420.00", "provincial", "200.00", "city", "40.00", "county", "40.00"));
        proposal.put("windowExtension", Map.of("to", "2035-03-31", "decisionNumber", "延1号"));
        String id = World.as("policy", "policy", "360900/")
                .body(proposal)
                .post(ROOT + "standards")
                .then()
                .statusCode(201)
                .body("fiscalByLevel.central", equalTo("420.00"))
                .body("windowTo", equalTo("2035-02-28"))
                .body("windowExtension.to", equalTo("2035-03-31"))
                .extract()
                .path("standardId");
        World.as("policy", "policy2", "360900/").post(ROOT + "standards/" + id + "/approval");
        assertThat(
                FeedPages.payloads("enrollment-service", "it.payload.standardId == '" + id + "'", "windowTo"),
                hasItem("2035-03-31"));
    }

    @Test
    @DisplayName("金额多写了几位：上限以上、负数、零收入均退回，不保存")
    void implausibleAmountsAreRefused() {
        for (var slip : List.of(
                Map.of("individualContribution", "99999999.99"),
                Map.of("individualContribution", "100000.01"),
                Map.of("fiscalSubsidy", "670000.00"),
                Map.of("fiscalSubsidy", "-0.01"),
                Map.of("perCapitaIncome", "0.00"),
                Map.of("perCapitaIncome", "350000000.00"))) {
            var wrong = proposal(2036);
            wrong.putAll(slip);
            World.as("policy", "policy", "360900/")
                    .body(wrong)
                    .post(ROOT + "standards")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("STANDARD_AMOUNT_IMPLAUSIBLE"))
                    .body(
                            "errors.pointer",
                            hasItem("/" + slip.keySet().iterator().next()));
        }
        World.as("policy", "policy", "360900/")
                .get(ROOT + "standards?area=360900&benefitYear=2036")
                .then()
                .body("$", empty());
    }

    @Test
    @DisplayName("错误的拟定：起止颠倒、金额格式、外市，均不保存")
    void badProposalsAreRefused() {
        var backwards = proposal(2034);
        backwards.put("windowTo", "2030-01-01");
        World.as("policy", "policy", "360900/")
                .body(backwards)
                .post(ROOT + "standards")
                .then()
                .statusCode(400)
                .body("code", equalTo("STANDARD_WINDOW_INVALID"));
        var money = proposal(2034);
        money.put("individualContribution", "400.001");
        World.as("policy", "policy", "360900/")
                .body(money)
                .post(ROOT + "standards")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/individualContribution"));
        World.as("policy", "policy", "131000/")
                .body(proposal(2034))
                .post(ROOT + "standards")
                .then()
                .statusCode(403)
                .body("code", equalTo("OUTSIDE_SCOPE"));
        World.clerk().body(proposal(2034)).post(ROOT + "standards").then().statusCode(403);
        World.as("policy", "policy", "360900/")
                .get(ROOT + "standards?area=360900&benefitYear=2034")
                .then()
                .body("$", empty());
    }

    private static Map<String, Object> benefit(String layer, String category, String line) {
        var row = new HashMap<String, Object>(Map.of("layer", layer, "ratio", "0.7", "decisionNumber", "测试另文1号"));
        if (!category.isEmpty()) {
            row.put("category", category);
        }
        if (!line.isEmpty()) {
            row.put("line", line);
        }
        return row;
    }

    private static ValidatableResponse with(int year, List<Map<String, Object>> benefits) {
        var proposal = proposal(year);
        proposal.put("benefits", benefits);
        return World.as("policy", "policy", "360900/")
                .body(proposal)
                .post(ROOT + "standards")
                .then();
    }

    @Test
    @DisplayName("医疗救助、大病保险由另文规定的标准：按类别分行，与年度标准一起由两人公布（宜春 第六十七条、廊坊 第十八、十九条）")
    void whatOtherDocumentsFixIsPublishedWithTheYear() {
        String id = with(
                        2035,
                        List.of(
                                benefit("ASSISTANCE", "minimum_living", ""),
                                benefit("CRITICAL_ILLNESS", "", "3000.00")))
                .statusCode(201)
                .body("benefits.layer", contains("ASSISTANCE", "CRITICAL_ILLNESS"))
                .body("benefits[0].ratio", equalTo("0.7"), "benefits[1].line", equalTo("3000.00"))
                .extract()
                .path("standardId");
        World.as("policy", "policy2", "360900/")
                .post(ROOT + "standards/" + id + "/approval")
                .then()
                .statusCode(200)
                .body("benefits[0].category", equalTo("minimum_living"));
        World.as("policy", "policy2", "360900/")
                .get(ROOT + "standards/" + id)
                .then()
                .body("benefits.decisionNumber", contains("测试另文1号", "测试另文1号"));
    }

    @Test
    @DisplayName("由另文规定的标准：法规没有的类别、同一类别两行、大病保险没有起付线的不收")
    void benefitsThatCannotBeMeantAreRefused() {
        with(2036, List.of(benefit("ASSISTANCE", "landlord", "")))
                .statusCode(400)
                .body(
                        "code",
                        equalTo("STANDARD_BENEFIT_INVALID"),
                        "errors[0].pointer",
                        equalTo("/benefits/0/category"));
        with(2036, List.of(benefit("ASSISTANCE", "orphan", ""), benefit("ASSISTANCE", "orphan", "")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/benefits/1/category"));
        with(2036, List.of(benefit("CRITICAL_ILLNESS", "", "")))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/benefits/0/line"));
        with(2036, List.of(benefit("ASSISTANCE", "", "-1.00")))
                .statusCode(400)
                .body("code", equalTo("STANDARD_AMOUNT_IMPLAUSIBLE"));
    }
}
