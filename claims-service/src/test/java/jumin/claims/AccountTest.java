package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class AccountTest extends Care {

    private static String pdf(String path) throws IOException {
        var bytes = clerk(TOWNSHIP)
                .accept("application/pdf")
                .get(BASE + path)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("个人年度对账单：每笔、合计、限额剩余（第二十八条），可打印；冲正的不列")
    void theYearIsAccountedFor() throws IOException {
        var person = poorPerson();
        settle(Bills.ofPerson(person).worked().json()).statusCode(201);
        String reversed = settle(Bills.ofPerson(person)
                        .week(1)
                        .item("A-DRUG", "10", "100", "1000.00")
                        .json())
                .extract()
                .path("settlementId");
        reverse(reversed, key()).statusCode(201);

        var path = "persons/" + person + "/yearly-account?benefitYear=2024";
        clerk(TOWNSHIP)
                .get(BASE + path)
                .then()
                .statusCode(200)
                .body("entries", hasSize(1), "entries[0].fundPay", equalTo("82488.11"))
                .body("totals.poolPay", equalTo("55704.60"), "totals.personPay", equalTo("25511.89"))
                .body("limits.find { it.accumulator == 'pool_paid_ytd' }.left", equalTo("44295.40"));
        assertThat(pdf(path), allOf(containsString("82,488.11"), containsString("第二十八条"), containsString("44,295.40")));
        clerk(TOWNSHIP).get(BASE + path).then().body("unheld", not(empty()), "limits.findAll { !it.own }", empty());
        assertThat(pdf(path), containsString("未认定（或不适用于本人）"));
        clerk(TOWNSHIP)
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=2024")
                .then()
                .body("limits.findAll { !it.own }.remark", everyItem(containsString("未认定")))
                .body("limits.findAll { it.own }.remark", everyItem(nullValue()));
        clerk("360900/360902/360902193/").get(BASE + path).then().statusCode(404);
        as(jumin.testing.Tokens.staff("village_helper", "helper", VILLAGE))
                .get(BASE + path)
                .then()
                .statusCode(403);
    }

    @Test
    @DisplayName("不予支付通知书：理由、条款；已支付的没有；结算单不露决定记录的路径")
    void aRefusalIsNotifiedOnPaper() throws IOException {
        var person = feeds.person(Ids.next(), "苗某", VILLAGE);
        feeds.coverage(person, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        var bill = Bills.ofPerson(person).item("A-DRUG", "10", "100", "1000.00").json();
        String refused = settle(bill).extract().path("settlementId");
        assertThat(
                pdf("settlements/" + refused + "/refusal-notice"),
                allOf(
                        containsString("不予支付通知书"),
                        containsString("第四条"),
                        not(containsString("docs/adr")),
                        not(containsString("依据：条文未规定"))));

        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        String paid = settle(bill).extract().path("settlementId");
        clerk(TOWNSHIP)
                .accept("*/*")
                .get(BASE + "settlements/" + paid + "/refusal-notice")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOTICE_NOT_DUE"));
        clerk(TOWNSHIP)
                .get(BASE + "settlements/" + paid + "/statement")
                .then()
                .body("lines.article", not(hasItem(containsString("docs/adr"))))
                .body("lines.article", hasItem("条文未规定：个人负担为余额"));
    }

    @Test
    @DisplayName("暂缓的理由条文都没有写明：通知书仍写依据（条文未规定），并写明按哪一条带什么材料")
    void aNoticeOfAssumedGroundsNamesWhatAsksForTheFact() throws IOException {
        var person = covered("苗某");
        settle(Bills.ofPerson(person)
                        .from("2024-05-20", "2024-05-20")
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json())
                .statusCode(201);
        String held = settle(Bills.ofPerson(person)
                        .from("2024-05-20", "2024-05-20")
                        .item("A-DRUG", "100", "101", "10100.00")
                        .json())
                .body("outcome", equalTo("HELD"), "reasons.code", contains("STAY_OVERLAPS"))
                .extract()
                .path("settlementId");
        assertThat(
                pdf("settlements/" + held + "/refusal-notice"),
                allOf(containsString("依据：条文未规定"), containsString("第四十八条带齐"), containsString("费用明细单")));
    }

    @Test
    @DisplayName("待遇试算：与结算同一核算，不保存；别的辖区的人不能试算")
    void aTrialStoresNothing() {
        var person = covered("花某");
        var trial = "{\"provider\": \"" + HOSPITAL + "\", \"bill\": "
                + Bills.ofPerson(person)
                        .item("A-SERVICE", "100", "100", "10000.00")
                        .json() + "}";
        clerk(TOWNSHIP)
                .body(trial)
                .post(BASE + "trials")
                .then()
                .statusCode(200)
                .body("amounts.poolPay", equalTo("5640.00"));
        clerk("360900/360902/360902193/")
                .body(trial)
                .post(BASE + "trials")
                .then()
                .statusCode(422);
        assertThat(tables.count("settlement", person), is(0L));
    }

    @Test
    @DisplayName("未决报文：已生效的得到结果；未生效的从此作废，迟到的同号报文被拒绝")
    void anUndecidedMessageIsResolvedForGood() {
        var person = covered("方某");
        var bill = Bills.ofPerson(person).item("A-DRUG", "10", "100", "1000.00").json();
        var lost = key();
        for (var again = 0; again < 2; again++) {
            hospital()
                    .body("{\"reason\": \"超时\"}")
                    .post(BASE + "settlements/by-message/" + lost + "/resolution")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("VOID"));
        }
        settle(lost, bill).statusCode(409).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(tables.count("settlement", person), is(0L));

        var known = key();
        settle(known, bill).statusCode(201);
        hospital()
                .body("{\"reason\": \"超时\"}")
                .post(BASE + "settlements/by-message/" + known + "/resolution")
                .then()
                .statusCode(200)
                .body("state", equalTo("EFFECTIVE"), "settlement.amounts.poolPay", equalTo("240.00"));
    }

    @Test
    @DisplayName("没有写年度：说必填，而不说年份太小")
    void aYearThatWasNotGivenIsRequired() {
        var person = java.util.UUID.randomUUID();
        for (var path : java.util.List.of("/accumulators", "/yearly-account")) {
            reviewer()
                    .get(BASE + "persons/" + person + path)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("?benefitYear"), "errors[0].message", equalTo("必填"));
        }
    }
}
