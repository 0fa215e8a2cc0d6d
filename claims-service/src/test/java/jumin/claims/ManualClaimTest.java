package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ManualClaimTest extends Care {

    private static RequestSpecification finance(String division) {
        return as(Tokens.staff("finance", "finance", division));
    }

    private static String claim(UUID person, String documents) {
        return """
                {"provider": "%s", "documents": [%s], "relation": "SELF",
                 "payee": {"name": "金某", "bank": "示范银行", "account": "6222020200011112222"}, "bill": %s}
                """.formatted(
                        HOSPITAL,
                        documents,
                        Bills.ofPerson(person)
                                .item("A-SERVICE", "100", "100", "10000.00")
                                .json());
    }

    static final String ALL = "\"id_or_e_voucher\", \"fee_receipt\", \"fee_list\", \"medical_record\"";

    static String taken(UUID person, String documents) {
        return taken(clerk(TOWNSHIP), person, documents);
    }

    static String taken(RequestSpecification clerk, UUID person, String documents) {
        return post(clerk, "manual-claims", key(), claim(person, documents))
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse step(RequestSpecification by, String id, String step) {
        return by.body("{\"text\": \"核对无误\"}")
                .post(BASE + "manual-claims/" + id + "/" + step)
                .then();
    }

    private static String paidOut(String settlement) {
        return approver()
                .get(BASE + "payouts?limit=1000")
                .then()
                .extract()
                .path("find { it.settlementId == '" + settlement + "' }.id");
    }

    @Test
    @DisplayName("第四十七、四十八条：受理、缺材料、退回补正、初审试算、复审决定；三道手续三个人；不能重复报销")
    void aClaimGoesThroughThreeHands() {
        var person = covered("金某");
        String id = taken(person, "\"fee_receipt\"");
        post(clerk(TOWNSHIP), "manual-claims", key(), claim(person, ALL))
                .statusCode(409)
                .body("code", equalTo("CARE_ALREADY_CLAIMED"));

        step(reviewer(), id, "first-review")
                .statusCode(422)
                .body("code", equalTo("DOCUMENTS_MISSING"), "detail", containsString("费用明细单"));
        step(reviewer(), id, "return").statusCode(200).body("state", equalTo("RETURNED"), "missing", hasSize(3));
        post(clerk(TOWNSHIP), "manual-claims/" + id + "/resubmission", key(), claim(person, ALL))
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"), "missing", empty(), "accountLastFour", equalTo("2222"));
        step(reviewer(), id, "first-review")
                .statusCode(200)
                .body("state", equalTo("FIRST_REVIEWED"), "result.amounts.poolPay", equalTo("5640.00"));
        step(as(Tokens.staff("county_approver", "reviewer", COUNTY)), id, "second-review")
                .statusCode(409)
                .body("code", equalTo("MANUAL_NEEDS_OTHER_PERSON"));
        step(approver(), id, "second-review")
                .statusCode(200)
                .body("state", equalTo("DECIDED"), "result.outcome", equalTo("PAID"))
                .body("result.amounts.fundPay", equalTo("5640.00"));

        assertThat(tables.balances(person), hasEntry("due:" + person, 5640_00L));
        assertThat(tables.sums(person), hasEntry("pool_paid_ytd", 5640_00L));
        clerk("360900/360902/360902195/")
                .get(BASE + "manual-claims/" + id)
                .then()
                .statusCode(404);
        hospital().get(BASE + "manual-claims/" + id).then().statusCode(403);
    }

    @Test
    @DisplayName("不认识的材料代码：400，说出代码，什么也没有受理")
    void unknownDocumentsAreNamed() {
        var person = covered("金某");
        post(clerk(TOWNSHIP), "manual-claims", key(), claim(person, "\"fee_receipt\", \"no_such\""))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/documents"), "errors[0].message", containsString("no_such"));
        taken(person, ALL);
    }

    private static ValidatableResponse account(RequestSpecification by, String payout, String name) {
        var entry =
                "{\"relation\": \"SELF\", \"payee\": {\"name\": \"%s\", \"bank\": \"示范银行\", \"account\": \"6222020200013334444\"}}";
        return by.body(entry.formatted(name))
                .put(BASE + "payouts/" + payout + "/payee")
                .then();
    }

    private static ValidatableResponse confirmed(RequestSpecification by, String payout) {
        int seen = reviewer().get(BASE + "payouts/" + payout).then().extract().path("accountVersion");
        return by.body("{\"accountVersion\": " + seen + "}")
                .post(BASE + "payouts/" + payout + "/payee-confirmation")
                .then();
    }

    private static ValidatableResponse bank(String division, String batch, String lines) {
        var path = "payout-batches/" + batch + "/return-file";
        return post(finance(division), path, key(), "{\"lines\": [" + lines + "]}");
    }

    @Test
    @DisplayName("支付批次与回盘：银行退回的更正账户后再付；账号只在送银行的文件中为明文")
    void whatTheBankRejectsIsPaidLater() {
        var person = feeds.person(Ids.next(), "=SUM", "360900/360902/360902194/360902194201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        var division = "360900/360902/360902194/";
        var claim = claim(person, ALL).replace("\"name\": \"金某\"", "\"name\": \"=SUM\"");
        String id = post(clerk(division), "manual-claims", key(), claim)
                .statusCode(201)
                .extract()
                .path("id");
        step(reviewer(), id, "first-review").statusCode(200);
        String settlement = step(approver(), id, "second-review").extract().path("settlementId");
        String payout = paidOut(settlement);

        String batch = post(finance(division), "payout-batches", key(), "{\"note\": \"三月\"}")
                .statusCode(201)
                .body("lines", equalTo(1), "total", equalTo("5640.00"))
                .extract()
                .path("id");
        var file = finance(division)
                .get(BASE + "payout-batches/" + batch + "/file")
                .then()
                .statusCode(200);
        assertThat(file.extract().asString(), containsString("6222020200011112222"));
        var auditor = as(Tokens.staff("auditor", "auditor", division));
        auditor.get(BASE + "payout-batches").then().statusCode(200).body("id", hasItem(batch));
        auditor.get(BASE + "payout-batches/" + batch).then().body("lines", equalTo(1), "total", equalTo("5640.00"));
        auditor.get(BASE + "payout-batches?after=" + batch).then().body("id", not(hasItem(batch)));
        bank(division, batch, "{\"line\": 2, \"paid\": true}")
                .statusCode(422)
                .body("code", equalTo("RETURN_FILE_DIFFERS"), "errors[0].pointer", equalTo("/lines/0/line"));
        bank(division, batch, "{\"line\": 1, \"paid\": true}, {\"line\": 1, \"paid\": true}")
                .statusCode(422)
                .body("errors[0].message", containsString("出现两次"), "errors[0].pointer", equalTo("/lines/1/line"));
        bank(division, batch, "{\"line\": 1, \"paid\": false, \"reason\": \"　\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/lines/0/reason"));
        bank(division, batch, "{\"line\": 1, \"paid\": false, \"reason\": \"户名不符\"}")
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        clerk(division)
                .get(BASE + "payouts/" + payout)
                .then()
                .body("state", equalTo("REJECTED"), "reason", equalTo("户名不符"), "accountLastFour", equalTo("2222"));
        account(reviewer(), payout, "别人").statusCode(422).body("code", equalTo("PAYEE_NOT_ALLOWED"));
        account(reviewer(), payout, "=SUM")
                .statusCode(200)
                .body("state", equalTo("ACCOUNT_ENTERED"), "payeeRelation", equalTo("SELF"));
        post(finance(division), "payout-batches", key(), "{\"note\": \"未确认\"}")
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_PAY"));
        confirmed(clerk(division), payout).statusCode(403);
        confirmed(reviewer(), payout).statusCode(409).body("code", equalTo("ACCOUNT_NEEDS_OTHER_PERSON"));
        confirmed(approver(), payout).statusCode(200).body("state", equalTo("READY"));
        confirmed(approver(), payout).statusCode(409).body("code", equalTo("PAYOUT_STATE_DIFFERS"));
        String again = post(finance(division), "payout-batches", key(), "{\"note\": \"四月\"}")
                .extract()
                .path("id");
        bank(division, again, "{\"line\": 1, \"paid\": true}").statusCode(200);
        clerk(division).get(BASE + "payouts/" + payout).then().body("state", equalTo("PAID"));
        var first = finance(division)
                .get(BASE + "payout-batches/" + batch + "/file")
                .then()
                .statusCode(200);
        assertThat(first.extract().asString(), equalTo(file.extract().asString()));
        post(finance(division), "payout-batches", key(), "{\"note\": \"空\"}")
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_PAY"));
    }

    @Test
    @DisplayName("第三人责任未定的退回，什么也不入账；待遇期外的不予支付，写明条款")
    void whatMustWaitGoesBackAndWhatIsRefusedSaysWhy() {
        var injured = covered("金某");
        String waiting = post(
                        clerk(TOWNSHIP),
                        "manual-claims",
                        key(),
                        claim(injured, ALL).replace("\"careType\": \"21\"", "\"careType\": \"22\""))
                .extract()
                .path("id");
        step(reviewer(), waiting, "first-review").body("result.outcome", equalTo("HELD"));
        step(approver(), waiting, "second-review").body("state", equalTo("RETURNED"), "settlementId", nullValue());
        assertThat(tables.count("settlement", injured), is(0L));

        var uncovered = feeds.person(Ids.next(), "金某", VILLAGE);
        feeds.coverage(uncovered, 2024, "[]", "{\"code\": \"NOT_PAID\", \"text\": \"未缴费\", \"article\": \"第四条\"}");
        String refused = taken(uncovered, ALL);
        step(reviewer(), refused, "first-review").statusCode(200);
        step(approver(), refused, "second-review")
                .body("state", equalTo("DECIDED"), "result.outcome", equalTo("REFUSED"))
                .body("result.reasons.code", hasItem("NOT_PAID"));
        assertThat(tables.balances(uncovered), is(java.util.Map.of()));
    }

    private static String claim(UUID person) {
        return claim(person, ALL);
    }

    private static ValidatableResponse take(String claim) {
        return post(clerk(TOWNSHIP), "manual-claims", key(), claim);
    }

    @Test
    @DisplayName("第四十七条：收款人填“本人”而户名是别人的，受理时指出；全角、空格和间隔号写法不同的不算别人")
    void moneyForThePersonGoesToThePerson() {
        var person = covered("阿依·金某");
        take(claim(person).replace("\"name\": \"金某\"", "\"name\": \"银某\""))
                .statusCode(422)
                .body("code", equalTo("PAYEE_NOT_ALLOWED"), "detail", containsString("户名"));
        take(claim(person).replace("\"name\": \"金某\"", "\"name\": \"阿依• 金某\"")).statusCode(201);
    }

    @Test
    @DisplayName("账单本身的差错（未来的日期、合计不符）受理时就指出，不等到复审")
    void aBillThatCannotBeRightIsNotTakenIn() {
        var person = covered("金某");
        take(claim(person).replaceAll("\"dischargeDate\": ?\"[0-9-]+\"", "\"dischargeDate\": \"2099-01-01\""))
                .statusCode(400)
                .body("code", equalTo("CARE_DATES_INVALID"));
        take(claim(person).replaceAll("\"totalAmount\": ?\"[0-9.]+\"", "\"totalAmount\": \"9.99\""))
                .statusCode(400)
                .body("code", equalTo("TOTAL_DIFFERS"));
    }

    @Test
    @DisplayName("没有登记的机构：受理，同时说明初审前须由县级核实登记；登记以后不再提示")
    void anUnregisteredProviderIsPointedOut() {
        var person = covered("金某");
        var code = "H" + Integer.toString(31_000_000 + Math.abs(key().hashCode() % 1_000_000)) + "77";
        String id = take(claim(person).replace(HOSPITAL, code))
                .statusCode(201)
                .body("notices", hasItem(containsString(code)))
                .extract()
                .path("id");
        step(reviewer(), id, "first-review").statusCode(422).body("code", equalTo("PROVIDER_UNKNOWN"));
        provider(code, "外地医院", "tertiary");
        reviewer().get(BASE + "manual-claims/" + id).then().statusCode(200).body("notices", hasSize(0));
    }

    @Test
    @DisplayName("同一次住院，医院结算与零星报销复审同时进行：最多支付一次")
    void theHospitalAndTheCounterAtOncePayOnce() throws Exception {
        for (var round = 0; round < 4; round++) {
            var person = covered("金某");
            String id = taken(person, ALL);
            step(reviewer(), id, "first-review").statusCode(200);
            var bill = Bills.ofPerson(person)
                    .item("A-SERVICE", "100", "100", "10000.00")
                    .json();
            try (var threads = Executors.newFixedThreadPool(5)) {
                var work = new ArrayList<Callable<Integer>>();
                work.add(() -> step(approver(), id, "second-review").extract().statusCode());
                for (var i = 0; i < 4; i++) {
                    work.add(() -> settle(bill).extract().statusCode());
                }
                for (var done : threads.invokeAll(work)) {
                    assertThat(done.get(), lessThan(500));
                }
            }
            assertThat(tables.payments(person), equalTo(1L));
        }
    }
}
