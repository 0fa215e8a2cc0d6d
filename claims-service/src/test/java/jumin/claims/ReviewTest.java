package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ReviewTest extends Care {

    private static final String CLINIC = "H36090200079";

    private static ValidatableResponse at(String provider, String bill) {
        return post(hospital(provider), "settlements", key(), bill);
    }

    static List<Map<String, Object>> findings(RequestSpecification by, Object person) {
        return by.get(BASE + "findings?limit=1000&person=" + person)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    private static List<Object> rules(List<Map<String, Object>> findings) {
        return findings.stream()
                .map(one -> ((Map<?, ?>) one.get("rule")).get("code"))
                .map(Object.class::cast)
                .toList();
    }

    /** 10 days of a drug for an acute disease, an injection and an examination, at discharge. */
    private static Bills atDischarge(UUID person) {
        return Bills.ofPerson(person)
                .item("A-SERVICE", "100", "100", "10000.00")
                .item("A-DRUG", "10", "100", "1000.00")
                .with("\"atDischarge\": {\"supplyDays\": 10, \"course\": \"acute\", \"form\": \"oral\"}")
                .item("A-DRUG", "5", "100", "500.00")
                .with("\"atDischarge\": {\"supplyDays\": 3, \"course\": \"acute\", \"form\": \"injection\"}")
                .item("A-SERVICE", "2", "100", "200.00")
                .with("\"atDischarge\": {}");
    }

    static String run(RequestSpecification by, String area) {
        String job = post(by, "review-runs", key(), """
                        {"area": "%s", "from": "2024-01-01", "to": "2199-12-31"}
                        """.formatted(area))
                .statusCode(202)
                .extract()
                .path("id");
        Until.holds(
                () -> reviewer().get(BASE + "jobs/" + job).then().extract().<String>path("state"),
                state -> state.equals("SUCCEEDED"));
        return job;
    }

    @Test
    @DisplayName("第三十条 出院带药、注射剂、出院时开出的检查：预结算先提示，结算时列为疑点，金额是基金会少付的；账单和支付不变")
    void whatIsTakenHomeIsFoundAtSettlement() {
        var person = new OtherCity(feeds).covered("丁某");
        var bill = atDischarge(person).json();

        hospital(OtherCity.HOSPITAL)
                .body(bill)
                .post(BASE + "pre-settlements")
                .then()
                .statusCode(200)
                .body(
                        "hints.rule",
                        containsInAnyOrder(
                                "DISCHARGE_DRUGS_ACUTE",
                                "DISCHARGE_INJECTION",
                                "DISCHARGE_ORDERS",
                                "LATE_REGISTRATION",
                                "NO_TREATMENT_RECORD"))
                .body("hints.article", hasItems("第三十条", "第二十八条"));
        String pool = at(OtherCity.HOSPITAL, bill).statusCode(201).extract().path("amounts.poolPay");

        assertThat(pool, is("6120.00"));
        var found = findings(hospital(OtherCity.HOSPITAL), person);
        assertThat(
                rules(found),
                containsInAnyOrder(
                        "DISCHARGE_DRUGS_ACUTE",
                        "DISCHARGE_INJECTION",
                        "DISCHARGE_ORDERS",
                        "LATE_REGISTRATION",
                        "NO_TREATMENT_RECORD"));
        assertThat(
                found.stream().map(one -> one.get("amount")).toList(),
                containsInAnyOrder("180.00", "300.00", "120.00", "0.00", "0.00"));
        assertThat(found.stream().map(one -> one.get("raisedBy")).distinct().toList(), is(List.of("系统")));
        assertThat(found.toString(), containsString("10 日量，超出 3 日"));
    }

    @Test
    @DisplayName("条文没有出院带药规定的统筹区：同样的账单没有提示也没有疑点")
    void aCityWithoutTheRuleHasNoFinding() {
        var person = covered("邓某");
        preSettle(atDischarge(person).json()).statusCode(200).body("hints", empty());
        settle(atDischarge(person).json()).statusCode(201);
        assertThat(findings(reviewer(), person), empty());
        reviewer()
                .get(BASE + "findings/rules?area=360900")
                .then()
                .body("code", hasItems("IDENTITY_NOT_CHECKED", "UNREASONABLE_CARE"))
                .body("code", not(hasItem("DISCHARGE_INJECTION")));
    }

    @Test
    @DisplayName("第四十二条 住院期间又在别处门诊：门诊先结算，住院后结算，事后审核看出；再审不重复提出")
    void aVisitDuringAStayIsFoundAfterwards() {
        post(admin(), "providers", key(), """
                {"code": "%s", "name": "云岭村卫生室", "divisionPath": "%s", "level": "village", "kind": "village",
                 "traditional": false, "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(CLINIC, VILLAGE)).statusCode(201);
        var person = covered("阎某");
        at(
                        CLINIC,
                        Bills.ofPerson(person)
                                .careType("11")
                                .from("2024-03-10", "2024-03-10")
                                .item("A-DRUG", "10", "10", "100.00")
                                .json())
                .statusCode(201);
        settle(Bills.ofPerson(person)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .statusCode(201);
        assertThat(findings(reviewer(), person), empty());

        run(reviewer(), "360900");
        run(reviewer(), "360900");

        var found = findings(hospital(CLINIC), person);
        assertThat(rules(found), is(List.of("IDENTITY_NOT_CHECKED")));
        assertThat(found.getFirst().get("amount"), is("60.00"));
        assertThat(findings(hospital(), person), empty());
    }

    @Test
    @DisplayName("第二十八、二十九条：没有医嘱号的行、没有费用也没有请假的日子列为疑点；请假登记过的日子不算")
    void missingRecordsAndUnregisteredLeaveAreFound() {
        var person = new OtherCity(feeds).covered("卜某");
        String encounter = post(hospital(OtherCity.HOSPITAL), "encounters", key(), """
                        {"person": {"personId": "%s"}, "careType": "21", "admittedAt": "2024-03-02T09:00:00+08:00",
                         "diagnosisCode": "I21.900", "diagnosisName": "急性心肌梗死"}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        hospital(OtherCity.HOSPITAL)
                .body("""
                      {"leftAt": "2024-03-03T08:00:00+08:00", "backAt": "2024-03-03T20:00:00+08:00", "reason": "家事",
                       "approvedBy": "张医生"}""")
                .post(BASE + "encounters/" + encounter + "/leaves")
                .then()
                .statusCode(200);
        var bill = Bills.ofPerson(person)
                .from("2024-03-02", "2024-03-06")
                .item("A-SERVICE", "100", "100", "10000.00")
                .with("\"orderNumber\": \"Y1\"")
                .item("A-DRUG", "10", "100", "1000.00")
                .on("2024-03-04")
                .json()
                .replaceFirst("\\{", "{\"encounter\": \"" + encounter + "\", ");

        at(OtherCity.HOSPITAL, bill).statusCode(201);

        var found = findings(hospital(OtherCity.HOSPITAL), person);
        assertThat(rules(found), hasItems("LATE_REGISTRATION", "NO_TREATMENT_RECORD", "LEAVE_NOT_REGISTERED"));
        var leave = found.stream()
                .filter(one -> one.get("rule").toString().contains("LEAVE"))
                .findFirst()
                .orElseThrow();
        assertThat(
                leave.get("detail").toString(), allOf(containsString("2024-03-05"), not(containsString("2024-03-03"))));
    }

    @Test
    @DisplayName("重叠住院、出院次日同病种再入院：结算时即列为疑点，机构可申辩，裁定须另一人")
    void overlappingAndSplitStaysAreFoundAtSettlement() {
        var person = covered("毕某");
        settle(Bills.ofPerson(person)
                        .from("2024-03-02", "2024-03-20")
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .statusCode(201);
        settle(Bills.ofPerson(person)
                        .from("2024-03-10", "2024-03-12")
                        .item("A-SERVICE", "10", "100", "1000.00")
                        .json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"));
        settle(Bills.ofPerson(person)
                        .from("2024-03-21", "2024-03-25")
                        .item("A-SERVICE", "10", "100", "1000.00")
                        .json())
                .statusCode(201);

        var found = findings(hospital(), person);
        assertThat(rules(found), containsInAnyOrder("IDENTITY_NOT_CHECKED", "SPLIT_STAY"));
        var split = found.stream()
                .filter(one -> one.get("rule").toString().contains("SPLIT"))
                .findFirst()
                .orElseThrow();
        assertThat(split.get("rule").toString(), containsString("第十五条"));
        hospital()
                .body("{\"text\": \"另一病变，病历可查\"}")
                .post(BASE + "findings/" + split.get("id") + "/answer")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"));
        reviewer()
                .body("{\"upheld\": false, \"reason\": \"属实\"}")
                .post(BASE + "findings/" + split.get("id") + "/decision")
                .then()
                .statusCode(200)
                .body("state", equalTo("DROPPED"));
    }
}
