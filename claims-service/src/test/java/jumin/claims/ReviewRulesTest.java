package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules of review of a text of its own: what a stay and a visit at the same time are, and drugs for chronic diseases. */
@ClaimsTest
class ReviewRulesTest extends Care {

    private static final String SMALL_HOSPITAL = "H13100200007";

    private OtherCity city;

    @BeforeEach
    void aCityWithTheRules() {
        city = new OtherCity(feeds);
        city.hospital(SMALL_HOSPITAL, "primary");
    }

    private static void stay(String hospital, UUID person) {
        var bill = Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
        post(hospital(hospital), "settlements", key(), bill.json()).statusCode(201);
    }

    /** A visit on a day of the stay, settled before it: a review sees it afterwards. */
    private static void visit(String hospital, UUID person) {
        var bill = Bills.ofPerson(person)
                .careType("11")
                .from("2024-03-10", "2024-03-10")
                .item("A-DRUG", "10", "10", "100.00");
        post(hospital(hospital), "settlements", key(), bill.json())
                .statusCode(201)
                .body("outcome", equalTo("PAID"));
    }

    private static List<Map<String, Object>> afterReview(UUID person) {
        ReviewTest.run(OtherCity.reviewer(), OtherCity.AREA);
        return ReviewTest.findings(OtherCity.reviewer(), person);
    }

    private static void assertRule(List<Map<String, Object>> found, String rule, String article) {
        var others = found.stream()
                .map(one -> one.get("rule").toString())
                .filter(text -> !text.contains("LATE_REGISTRATION") && !text.contains("NO_TREATMENT_RECORD"))
                .toList();
        assertThat(others, hasSize(1));
        assertThat(others.getFirst(), allOf(containsString("code=" + rule), containsString("article=" + article)));
    }

    @Test
    @DisplayName("第二十七条 住院期间的费用在本院门诊结算；涉及金额是该门诊的基金支付")
    void aVisitAtTheSameHospitalIsAnInpatientItem() {
        var person = city.covered("甄某");
        visit(SMALL_HOSPITAL, person);
        stay(SMALL_HOSPITAL, person);

        var found = afterReview(person);

        assertRule(found, "INPATIENT_ITEM_AS_OUTPATIENT", "第二十七条");
    }

    @Test
    @DisplayName("第二十五条 住院期间又在别处门诊：冒名")
    void aVisitElsewhereIsImpersonation() {
        var person = city.covered("曲某");
        visit(SMALL_HOSPITAL, person);
        stay(OtherCity.HOSPITAL, person);

        assertRule(afterReview(person), "IMPERSONATION", "第二十五条");
    }

    @Test
    @DisplayName("第三十条 慢性病带药 20 日量超出 15 日的 5 日：1,000.00 × 5/20 × 60%")
    void drugsForAChronicDiseaseBeyondFifteenDays() {
        var person = city.covered("封某");
        var bill = Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .item("A-DRUG", "10", "100", "1000.00")
                .with("\"atDischarge\": {\"supplyDays\": 20, \"course\": \"chronic\", \"form\": \"oral\"}");
        post(hospital(OtherCity.HOSPITAL), "settlements", key(), bill.json()).statusCode(201);

        var found = ReviewTest.findings(hospital(OtherCity.HOSPITAL), person);

        assertRule(found, "DISCHARGE_DRUGS_CHRONIC", "第三十条");
        assertThat(found.stream().map(one -> one.get("amount")).toList(), containsInAnyOrder("150.00", "0.00", "0.00"));
    }

    @Test
    @DisplayName("第二十四、二十八条 结算时没有入院登记、没有任何医嘱号：各列一条疑点，不扣款；登记了、上传了的没有；零星报销不问")
    void aStayThatWasNeverRegisteredIsFound() {
        var person = city.covered("未某");
        stay(SMALL_HOSPITAL, person);
        var found = ReviewTest.findings(hospital(SMALL_HOSPITAL), person);
        assertThat(
                found.stream()
                        .map(one -> ((Map<?, ?>) one.get("rule")).get("code").toString())
                        .toList(),
                containsInAnyOrder("LATE_REGISTRATION", "NO_TREATMENT_RECORD"));
        assertThat(found.stream().map(one -> one.get("amount")).toList(), everyItem(is("0.00")));

        var kept = city.covered("已某");
        var bill = Bills.ofPerson(kept)
                .item("A-SERVICE", "100", "100", "10000.00")
                .with("\"orderNumber\": \"YZ1\"")
                .json();
        post(hospital(SMALL_HOSPITAL), "settlements", key(), bill).statusCode(201);
        assertThat(
                ReviewTest.findings(hospital(SMALL_HOSPITAL), kept).stream()
                        .map(one -> ((Map<?, ?>) one.get("rule")).get("code").toString())
                        .toList(),
                contains("LATE_REGISTRATION"));
    }
}
