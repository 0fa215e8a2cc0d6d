package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class FilingTest extends Care {

    private static final String FAR_AWAY = "H31010000001";

    private static ValidatableResponse file(RequestSpecification by, UUID person, String from, String details) {
        return post(by, "filings", key(), """
                {"person": {"personId": "%s"}, "validFrom": "%s", "details": {%s}}
                """.formatted(person, from, details));
    }

    private static ValidatableResponse approve(RequestSpecification by, String id, String more) {
        return by.body("{\"opinion\": \"材料齐全\"" + more + "}")
                .post(BASE + "filings/" + id + "/approval")
                .then();
    }

    private static Bills tenThousand(UUID person) {
        return Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
    }

    private static void aHospitalFarAway() {
        post(as(Tokens.staff("system_admin", "admin", "310100/")), "providers", key(), """
                        {"code": "%s", "name": "外省医院", "divisionPath": "310100/310101/", "level": "tertiary", "kind": "",
                         "traditional": false, "agreements": [
                          {"qualification": "INPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                        """.formatted(FAR_AWAY))
                .statusCode(201);
    }

    @Test
    @DisplayName("第二十八条 异地就医：以本系统的备案为准，不以医院所述为准；出院后补办的列入待重算，补付差额")
    void offAreaCareIsJudgedByTheFilingAndNotByTheHospitalsWord() {
        aHospitalFarAway();
        var person = covered("尤某");
        var bill = tenThousand(person).circumstances("{\"filed\": true, \"offAreaReason\": \"referral\"}");

        String id = post(hospital(FAR_AWAY), "settlements", key(), bill.json())
                .statusCode(201)
                .body("amounts.offAreaPrepayment", equalTo("2000.00"), "amounts.poolPay", equalTo("4440.00"))
                .body("unverified[0]", containsString("没有有效备案"))
                .extract()
                .path("settlementId");
        file(clerk(TOWNSHIP), person, "2024-03-01", "\"offArea\": {\"reason\": \"referral\", \"place\": \"31\"}")
                .statusCode(201)
                .body("state", equalTo("EFFECTIVE"));

        post(hospital(FAR_AWAY), "settlements", key(), bill.week(1).json())
                .statusCode(201)
                .body("amounts.offAreaPrepayment", equalTo("1000.00"), "amounts.poolPay", equalTo("5040.00"))
                .body("unverified", empty());
        var item = Until.holds(
                () -> approver()
                        .get(BASE + "redo-items?benefitYear=2024&limit=1000")
                        .then()
                        .extract()
                        .<java.util.Map<String, Object>>path("items.find { it.settlementId == '" + id + "' }"),
                found -> found != null);
        assertThat(item.get("changed").toString(), is("[filing]"));
        assertThat(((java.util.Map<?, ?>) item.get("difference")).get("toPay"), is("600.00"));
    }

    @Test
    @DisplayName("第二十五条 门诊慢特病：没有认定不能按慢特病结算；认定须另一人审批；认定后按病种付")
    void chronicCareNeedsARecognitionThatAnotherPersonApproved() {
        post(reviewer(), "providers/" + HOSPITAL + "/agreements", key(), """
                {"qualification": "CHRONIC", "validFrom": "2024-01-01", "decision": "协议3"}
                """).statusCode(200);
        var person = covered("许某");
        var visit = Bills.ofPerson(person)
                .careType("14")
                .from("2024-03-05", "2024-03-05")
                .item("A-DRUG", "10", "100", "1000.00")
                .json();
        var key = key();

        settle(key, visit).statusCode(422).body("code", equalTo("RECOGNITION_MISSING"));
        String filing = file(reviewer(), person, "2024-03-01", "\"chronic\": {\"diseases\": [\"糖尿病\"]}")
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .extract()
                .path("id");
        settle(key, visit).statusCode(422);
        approve(reviewer(), filing, "").statusCode(409).body("code", equalTo("FILING_NEEDS_TWO_PERSONS"));
        approve(approver(), filing, "").statusCode(200).body("state", equalTo("EFFECTIVE"));
        approve(approver(), filing, "").statusCode(409).body("code", equalTo("FILING_STATE_DIFFERS"));
        settle(key, visit)
                .statusCode(201)
                .body("amounts.poolPay", equalTo("600.00"), "amounts.deductible", equalTo("0.00"));
        assertThat(tables.sums(person), hasEntry("chronic_paid_ytd", 600_00L));
    }

    @Test
    @DisplayName("第三十八条（二） 外伤：未申报的暂缓；第三人责任由经办机构认定，医院所述的比例不算")
    void traumaWaitsForTheDeclaration() {
        var person = covered("何某");
        settle(tenThousand(person)
                        .careType("22")
                        .circumstances("{\"thirdPartyShare\": \"0.1\"}")
                        .json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "reasons[0].code", equalTo("THIRD_PARTY_UNDECIDED"));

        String filing = file(
                        hospital(), person, "2024-03-01", "\"trauma\": {\"course\": \"骑车被撞\", \"fundAdvance\": false}")
                .statusCode(201)
                .extract()
                .path("id");
        approve(reviewer(), filing, ", \"thirdPartyShare\": \"0.7\"").statusCode(200);
        settle(tenThousand(person).careType("22").json())
                .statusCode(201)
                .body("amounts.thirdPartyAmount", equalTo("7000.00"), "amounts.poolPay", equalTo("1440.00"));
    }

    @Test
    @DisplayName("备案的用语须是法规的用语；别的乡镇不能办理也看不到")
    void wordsAndDivisionsAreChecked() {
        var person = covered("吕某");
        file(clerk(TOWNSHIP), person, "2024-03-01", "\"offArea\": {\"reason\": \"holiday\", \"place\": \"31\"}")
                .statusCode(400)
                .body("code", equalTo("FILING_VALUE_UNKNOWN"));
        file(
                        clerk("360900/360902/360902196/"),
                        person,
                        "2024-03-01",
                        "\"offArea\": {\"reason\": \"referral\", \"place\": \"31\"}")
                .statusCode(403);
        String filing = file(
                        clerk(TOWNSHIP),
                        person,
                        "2024-03-01",
                        "\"offArea\": {\"reason\": \"referral\", \"place\": \"31\"}")
                .extract()
                .path("id");
        clerk("360900/360902/360902196/").get(BASE + "filings/" + filing).then().statusCode(404);
        hospital().get(BASE + "filings/" + filing).then().statusCode(404);
        clerk(TOWNSHIP)
                .get(BASE + "filings?person=" + person)
                .then()
                .statusCode(200)
                .body("", hasSize(1));
    }

    @Test
    @DisplayName("待审清单：不写姓名也看得到本辖区等待审批的；别的县看不到；审批后不再列")
    void whatWaitsForApprovalIsListed() {
        var person = covered("待某");
        String id = file(clerk(TOWNSHIP), person, "2024-03-01", "\"twoDisease\": {\"disease\": \"diabetes\"}")
                .statusCode(201)
                .extract()
                .path("id");

        approver().get(BASE + "filings?limit=1000").then().statusCode(200).body("id", hasItem(id));
        approver().get(BASE + "filings?kind=CHRONIC&limit=1000").then().body("id", not(hasItem(id)));
        approver()
                .get(BASE + "filings?kind=TWO_DISEASE&after=" + id)
                .then()
                .statusCode(200)
                .body("id", not(hasItem(id)));
        as(jumin.testing.Tokens.staff("county_approver", "approver", "360900/360981/"))
                .get(BASE + "filings?limit=1000")
                .then()
                .body("id", not(hasItem(id)));
        approve(approver(), id, "").statusCode(200);
        approver().get(BASE + "filings?limit=1000").then().body("id", not(hasItem(id)));
    }

    private static ValidatableResponse end(String id, String lastDay) {
        return reviewer()
                .body("{\"lastDay\": \"" + lastDay + "\", \"reason\": \"已回参保地\"}")
                .post(BASE + "filings/" + id + "/ending")
                .then();
    }

    @Test
    @DisplayName("终止只能提前，不能用来延长有效期")
    void anEndingDoesNotExtend() {
        String id = file(
                        clerk(TOWNSHIP),
                        covered("延某"),
                        "2024-03-01",
                        "\"offArea\": {\"reason\": \"referral\", \"place\": \"31\"}")
                .extract()
                .path("id");
        end(id, "2024-04-30").statusCode(200).body("validTo", equalTo("2024-04-30"));
        end(id, "2099-12-31").statusCode(400).body("errors[0].pointer", equalTo("/lastDay"));
        reviewer().get(BASE + "filings/" + id).then().body("validTo", equalTo("2024-04-30"));
        end(id, "2024-04-10").statusCode(200).body("validTo", equalTo("2024-04-10"));
    }

    @Test
    @DisplayName("同样的备案不办两次；不可能的日期和地方当场指出；内容填得不对，指向内容而不是不存在的字段")
    void whatCannotBeFiledIsSaid() {
        var person = covered("重某");
        var chronic = "\"chronic\": {\"diseases\": [\"糖尿病\"]}";
        String id = file(reviewer(), person, "2024-03-01", chronic)
                .statusCode(201)
                .extract()
                .path("id");
        file(clerk(TOWNSHIP), person, "2024-03-01", chronic)
                .statusCode(409)
                .body("code", equalTo("FILING_EXISTS"), "detail", containsString(id));
        approve(approver(), id, "").statusCode(200);
        file(reviewer(), person, "2024-03-01", chronic).statusCode(409);

        var away = "\"offArea\": {\"reason\": \"referral\", \"place\": \"31\"}";
        file(clerk(TOWNSHIP), person, "1900-01-01", away)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/validFrom"));
        file(clerk(TOWNSHIP), person, "2098-01-01", away).statusCode(400);
        file(clerk(TOWNSHIP), person, "2024-03-01", away.replace("\"31\"", "\"99\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/details/offArea/place"));
        file(clerk(TOWNSHIP), person, "2024-03-01", away + ", " + chronic)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/details"));
    }

    @Test
    @DisplayName("同样的备案同时提交：只存一份，其余答已经有了；终止以后可以另办")
    void theSameFiledAtOnceIsKeptOnce() throws Exception {
        var person = covered("同某");
        var chronic = "\"chronic\": {\"diseases\": [\"结核病\"]}";

        var answers = Parallel.run(
                50, i -> file(clerk(TOWNSHIP), person, "2024-03-01", chronic).extract());

        var kept = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(kept, hasSize(1));
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> {
            assertThat(answer.<String>path("code"), is("FILING_EXISTS"));
            assertThat(
                    answer.<String>path("detail"),
                    containsString(kept.getFirst().path("id")));
        });
        assertThat(tables.count("filing", person), is(1L));
        String id = kept.getFirst().path("id");
        approve(reviewer(), id, "").statusCode(200);
        approver()
                .body("{\"lastDay\": \"2024-03-31\", \"reason\": \"误办\"}")
                .post(BASE + "filings/" + id + "/ending")
                .then()
                .statusCode(200);
        file(clerk(TOWNSHIP), person, "2024-03-01", chronic).statusCode(201);
    }

    @Test
    @DisplayName("同一报文同时 50 次：一份备案，50 个相同答复")
    void theSameMessageFiftyTimesIsFiledOnce() throws Exception {
        var person = covered("伍某");
        var key = key();

        var answers = Parallel.run(
                50,
                i -> post(clerk(TOWNSHIP), "filings", key, """
                        {"person": {"personId": "%s"}, "validFrom": "2024-03-01",
                         "details": {"chronic": {"diseases": ["结核病"]}}}
                        """.formatted(person))
                        .statusCode(201)
                        .extract()
                        .asString());

        assertThat(answers.stream().distinct().count(), is(1L));
        assertThat(tables.count("filing", person), is(1L));
    }
}
