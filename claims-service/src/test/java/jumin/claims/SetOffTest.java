package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is to be paid to a person and what is to be recovered for the same care. */
@ClaimsTest
class SetOffTest extends Care {

    private static List<String> amounts(UUID person, String state) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .path("findAll { it.personId == '" + person + "' }.amount");
    }

    private void recognised(UUID person, boolean poor) {
        if (poor) {
            feeds.category(person, "minimum_living", "2024-01-01");
        } else {
            feeds.enrollment("category", person.toString(), """
                    {"personId": "%s", "area": "360900", "recognitions": []}
                    """.formatted(person));
        }
    }

    @Test
    @DisplayName("重算应补付、尚未送银行，又重算应追回：相抵，不付也不追")
    void whatIsNotYetPaidIsSetOff() {
        var person = covered("伍某");
        settle(Bills.ofPerson(person).worked().json()).statusCode(201);
        recognised(person, true);
        RedoListTest.redoOnce(person);
        assertThat(amounts(person, "WAITING_FOR_ACCOUNT"), contains("7310.27"));

        recognised(person, false);
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "SET_OFF"), contains("7310.27"));
        assertThat(amounts(person, "WAITING_FOR_ACCOUNT"), empty());
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(tables.feed("payout", person).getLast(), containsString("SET_OFF"));
    }

    @Test
    @DisplayName("重算应追回、尚未到账，又重算应补付：相抵，不追也不付；账目按相抵记")
    void whatIsNotYetRecoveredIsSetOffToo() {
        var person = covered("伍某");
        recognised(person, true);
        settle(Bills.ofPerson(person).worked().json()).statusCode(201);
        recognised(person, false);
        RedoListTest.redoOnce(person);
        assertThat(amounts(person, "TO_RECOVER"), contains("7310.27"));

        recognised(person, true);
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "RECOVERED"), contains("7310.27"));
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(amounts(person, "WAITING_FOR_ACCOUNT"), empty());
        assertThat(tables.feed("payout-receipt", person).getLast(), containsString("\"setOff\": true"));
    }

    @Test
    @DisplayName("追回到账登记有误：另一人冲销，写明理由，重新待追回，账目冲回；同一凭证重新登记；到账日期不在今天之后、不早于应追的形成")
    void aReceiptThatWasTypedWronglyIsReversed() throws Exception {
        var person = covered("伍某");
        recognised(person, true);
        settle(Bills.ofPerson(person).worked().json()).statusCode(201);
        recognised(person, false);
        RedoListTest.redoOnce(person);
        String id = approver()
                .get(BASE + "payouts?limit=1000&state=TO_RECOVER")
                .then()
                .extract()
                .path("find { it.personId == '" + person + "' }.id");
        for (var day : List.of("2999-01-01", "2024-01-01")) {
            post(
                            as(Tokens.staff("finance", "finance", COUNTY)),
                            "payouts/" + id + "/receipts",
                            key(),
                            "{\"amount\": \"1.00\", \"voucher\": \"W\", \"receivedOn\": \"" + day + "\"}")
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/receivedOn"));
        }
        String receipt = received(id, "7310.27", "W1")
                .statusCode(201)
                .body("state", equalTo("RECOVERED"))
                .extract()
                .path("receipts[0].id");
        takenBack("finance", id, receipt).statusCode(409).body("code", equalTo("RECEIPT_NEEDS_OTHER_PERSON"));
        var answers = Parallel.run(
                3, i -> takenBack("finance" + i, id, receipt).extract().statusCode());
        assertThat(answers.stream().filter(status -> status == 201).count(), is(1L));
        received(id, "310.27", "W1")
                .statusCode(201)
                .body("state", equalTo("TO_RECOVER"), "received", equalTo("310.27"), "receipts", hasSize(2));
        assertThat(
                tables.feed("payout-receipt", person),
                hasItem(allOf(containsString(receipt), containsString("\"reversed\": true"))));
        received(id, "7000.01", "W2").statusCode(400);
        received(id, "7000.00", "W2").statusCode(201).body("state", equalTo("RECOVERED"));
    }

    private static io.restassured.response.ValidatableResponse takenBack(String login, String id, String receipt) {
        return post(
                as(Tokens.staff("finance", login, COUNTY)),
                "payouts/" + id + "/receipts/" + receipt + "/reversal",
                key(),
                "{\"reason\": \"金额登记有误\"}");
    }

    @Test
    @DisplayName("零星报销已因疑点追回的，重算减少的部分不再追回：合计不超过付出的")
    void whatAFindingHasRecoveredIsNotRecoveredAgain() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        paidByTheBank();
        assertThat(amounts(person, "PAID"), contains("5640.00"));
        FindingTest.makeFinal(FindingTest.raised(settlement, "5000.00"));
        assertThat(amounts(person, "TO_RECOVER"), contains("5000.00"));

        feeds.coverage(person, 2024, "[]", "null");
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "TO_RECOVER"), containsInAnyOrder("5000.00", "640.00"));
        assertThat(amounts(person, "SET_OFF"), contains("5000.00"));
    }

    @Test
    @DisplayName("零星报销尚未付出，疑点终结：少付这一部分，账户不必再填；重算减少的只抵余下的")
    void whatIsNotYetPaidIsPaidSoMuchLess() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        FindingTest.makeFinal(FindingTest.raised(settlement, "1640.00"));
        assertThat(amounts(person, "READY"), contains("4000.00"));
        assertThat(amounts(person, "RECOVERED"), contains("1640.00"));
        assertThat(amounts(person, "SET_OFF"), contains("5640.00"));
        assertThat(tables.feed("payout-receipt", person).getLast(), containsString("\"setOff\": true"));

        feeds.coverage(person, 2024, "[]", "null");
        RedoListTest.redoOnce(person);

        assertThat(amounts(person, "READY"), empty());
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(amounts(person, "SET_OFF"), containsInAnyOrder("5640.00", "4000.00", "1640.00"));
    }

    @Test
    @DisplayName("疑点终结与生成支付批次同时：付出的减去追回的，总是应得的")
    void aFindingAndABatchAtOnceLeaveWhatIsDue() throws Exception {
        var person = covered("金某");
        var finding = FindingTest.raised(FindingTest.reimbursed(person), "1640.00");
        FindingTest.appealed(finding);
        var finance = Tokens.staff("finance", "finance", COUNTY);

        var answers = Parallel.run(
                2,
                i -> (i == 0
                                ? FindingTest.decide(secondApprover(), finding, true)
                                : post(as(finance), "payout-batches", key(), "{\"note\": \"同时\"}"))
                        .extract()
                        .statusCode());

        assertThat(answers.getFirst(), is(200));
        assertThat(sum(person, "READY") + sum(person, "IN_BATCH") - sum(person, "TO_RECOVER"), is(4000_00L));
    }

    private static long sum(UUID person, String state) {
        return amounts(person, state).stream().mapToLong(Care::fen).sum();
    }

    @Test
    @DisplayName("追回分次到账：每笔随即告知账目，同一凭证不重复，不超过尚欠的；收齐即已追回")
    void whatIsRecoveredMayComeInParts() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        paidByTheBank();
        FindingTest.makeFinal(FindingTest.raised(settlement, "5000.00"));
        String id = approver()
                .get(BASE + "payouts?limit=1000&state=TO_RECOVER")
                .then()
                .extract()
                .path("find { it.personId == '" + person + "' }.id");

        received(id, "2000.00", "PZ1")
                .statusCode(201)
                .body("state", equalTo("TO_RECOVER"), "received", equalTo("2000.00"));
        received(id, "1000.00", "PZ1").statusCode(409).body("code", equalTo("RECEIPT_EXISTS"));
        received(id, "3000.01", "PZ2")
                .statusCode(400)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"), "errors[0].message", containsString("3000.00"));
        received(id, "0.00", "PZ2").statusCode(400);
        as(Tokens.staff("finance", "finance", COUNTY))
                .body("{\"voucher\": \"PZ3\"}")
                .post(BASE + "payouts/" + id + "/recovery")
                .then()
                .statusCode(200)
                .body("state", equalTo("RECOVERED"), "received", equalTo("5000.00"));
        received(id, "1.00", "PZ4").statusCode(409).body("code", equalTo("PAYOUT_STATE_DIFFERS"));

        assertThat(tables.feed("payout-receipt", person), hasSize(2));
        assertThat(tables.feed("payout-receipt", person).getLast(), containsString("\"3000.00\""));
        assertThat(tables.feed("payout", person).getLast(), containsString("\"byReceipts\": true"));
    }

    @Test
    @DisplayName("送银行以后重算为不付，银行退回：无人收到，相抵，不再付也不追")
    void whatTheBankRejectsIsSetOff() {
        var person = covered("金某");
        FindingTest.reimbursed(person);
        var batch = sent();
        feeds.coverage(person, 2024, "[]", "null");
        RedoListTest.redoOnce(person);
        assertThat(amounts(person, "TO_RECOVER"), contains("5640.00"));

        answered(batch, line(person));

        assertThat(amounts(person, "SET_OFF"), contains("5640.00"));
        assertThat(amounts(person, "RECOVERED"), contains("5640.00"));
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(amounts(person, "REJECTED"), empty());
    }

    @Test
    @DisplayName("送银行以后疑点终结 1,640.00，银行退回：只余 4,000.00 待更正账户后支付")
    void ofWhatTheBankRejectsOnlyTheRestIsPaid() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        var batch = sent();
        FindingTest.makeFinal(FindingTest.raised(settlement, "1640.00"));
        assertThat(amounts(person, "TO_RECOVER"), contains("1640.00"));

        answered(batch, line(person));

        assertThat(amounts(person, "REJECTED"), contains("4000.00"));
        assertThat(amounts(person, "SET_OFF"), contains("5640.00"));
        assertThat(amounts(person, "RECOVERED"), contains("1640.00"));
        assertThat(amounts(person, "TO_RECOVER"), empty());
    }

    @Test
    @DisplayName("回盘说已付、过后退汇：账目冲回，重新列为应付，更正账户后再付；同一笔不能退汇两次，应追回的先抵")
    void whatComesBackLaterIsDueAgain() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        paidByTheBank();
        FindingTest.makeFinal(FindingTest.raised(settlement, "1640.00"));
        String id = approver()
                .get(BASE + "payouts?limit=1000&state=PAID")
                .then()
                .extract()
                .path("find { it.personId == '" + person + "' }.id");

        bounced(id)
                .statusCode(201)
                .body("state", equalTo("REJECTED"), "amount", equalTo("4000.00"), "reason", equalTo("账户已销户"));
        bounced(id).statusCode(409).body("code", equalTo("PAYOUT_STATE_DIFFERS"));

        assertThat(amounts(person, "BOUNCED"), contains("5640.00"));
        assertThat(amounts(person, "REJECTED"), contains("4000.00"));
        assertThat(amounts(person, "RECOVERED"), contains("1640.00"));
        assertThat(amounts(person, "TO_RECOVER"), empty());
        assertThat(tables.feed("payout", person), hasItem(containsString("BOUNCED")));
    }

    private static io.restassured.response.ValidatableResponse bounced(String id) {
        return post(
                as(Tokens.staff("finance", "finance", COUNTY)),
                "payouts/" + id + "/bounce",
                key(),
                "{\"reason\": \"账户已销户\"}");
    }

    private static io.restassured.response.ValidatableResponse received(String id, String amount, String voucher) {
        return post(
                as(Tokens.staff("finance", "finance", COUNTY)),
                "payouts/" + id + "/receipts",
                key(),
                "{\"amount\": \"" + amount + "\", \"voucher\": \"" + voucher + "\"}");
    }

    private static void paidByTheBank() {
        answered(sent(), 0);
    }

    private static ExtractableResponse<Response> sent() {
        return post(as(Tokens.staff("finance", "finance", COUNTY)), "payout-batches", key(), "{\"note\": \"一批\"}")
                .statusCode(201)
                .body("note", equalTo("一批"))
                .extract();
    }

    private static int line(UUID person) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=IN_BATCH")
                .then()
                .extract()
                .path("find { it.personId == '" + person + "' }.line");
    }

    /** All lines are paid but one, if it is named. */
    private static void answered(ExtractableResponse<Response> batch, int rejected) {
        var finance = Tokens.staff("finance", "finance", COUNTY);
        int lines = batch.path("lines");
        var answers = IntStream.rangeClosed(1, lines)
                .mapToObj(line -> "{\"line\": %d, \"paid\": %b, \"reason\": \"%s\"}"
                        .formatted(line, line != rejected, line == rejected ? "户名不符" : ""))
                .collect(Collectors.joining(", "));
        post(
                        as(finance),
                        "payout-batches/" + batch.path("id") + "/return-file",
                        key(),
                        "{\"lines\": [" + answers + "]}")
                .statusCode(200);
    }
}
