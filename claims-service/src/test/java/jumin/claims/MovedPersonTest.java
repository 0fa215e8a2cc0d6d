package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import java.util.List;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever moves takes the year and what is under way along (ADR 0200). */
@ClaimsTest
class MovedPersonTest extends Care {

    private static final String NEW_TOWNSHIP = "360900/360902/360902191/";

    /** One stay of 5,640.00. */
    private static void account(String division, UUID person) {
        clerk(division)
                .get(BASE + "persons/" + person + "/accumulators?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("sums.pool_paid_ytd", equalTo("5640.00"));
        clerk(division)
                .get(BASE + "persons/" + person + "/yearly-account?benefitYear=2024")
                .then()
                .statusCode(200)
                .body("entries.fundPay", contains("5640.00"), "totals.poolPay", equalTo("5640.00"));
    }

    @Test
    @DisplayName("按人查到申请和款项的状态；款已送银行而人迁到外县：原县的回盘照样登记")
    void theBanksAnswerComesToTheCountyThatPaid() {
        var division = "360900/360902/360902187/";
        var number = Ids.next();
        var person = feeds.person(number, "金某", division + "360902187201/");
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        FindingTest.reimbursed(person, division);
        var finance = Tokens.staff("finance", "finance", division);
        String batch = post(as(finance), "payout-batches", key(), "{\"note\": \"迁前\"}")
                .statusCode(201)
                .body("lines", equalTo(1))
                .extract()
                .path("id");

        clerk(division)
                .get(BASE + "manual-claims?person=" + person)
                .then()
                .statusCode(200)
                .body("state", contains("DECIDED"));
        clerk(division)
                .get(BASE + "payouts?person=" + person)
                .then()
                .statusCode(200)
                .body("state", contains("IN_BATCH"));
        feeds.person(person, number, "金某", "360900/360981/360981001/360981001201/");

        var answer = "{\"lines\": [{\"line\": 1, \"paid\": true}]}";
        post(
                        as(Tokens.staff("finance", "finance", "360900/360981/")),
                        "payout-batches/" + batch + "/return-file",
                        key(),
                        answer)
                .statusCode(404);
        post(as(finance), "payout-batches/" + batch + "/return-file", key(), answer)
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        as(Tokens.staff("auditor", "auditor", "360900/"))
                .get(BASE + "payouts?limit=1000&state=PAID")
                .then()
                .body("personId", hasItem(person.toString()));

        String paid = as(finance)
                .get(BASE + "payout-batches/" + batch + "/lines")
                .then()
                .statusCode(200)
                .body("line", contains(1), "payeeName", contains("金*"), "amount", contains("5640.00"))
                .extract()
                .path("[0].payout");
        var bounce = "{\"reason\": \"账户已销户\"}";
        post(as(Tokens.staff("finance", "finance", "360900/360981/")), "payouts/" + paid + "/bounce", key(), bounce)
                .statusCode(404);
        post(as(finance), "payouts/" + paid + "/bounce", key(), bounce)
                .statusCode(201)
                .body("state", equalTo("REJECTED"));
    }

    @Test
    @DisplayName("迁入别的乡镇：新经办看得到年度累计、对账单和备案，旧经办看不到；再结算、再冲正以后仍然看得到")
    void theNewClerkSeesTheYear() {
        var number = Ids.next();
        var person = feeds.person(number, "乐某", VILLAGE);
        feeds.covered(person, 2024, "2024-01-01", "2024-12-31");
        var bill = Bills.ofPerson(person).item("A-SERVICE", "100", "100", "10000.00");
        settle(bill.json()).statusCode(201);
        String filing = post(clerk(TOWNSHIP), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-01-01",
                         "details": {"offArea": {"reason": "long_term_resident", "place": "31"}}}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");

        feeds.person(person, number, "乐某", NEW_TOWNSHIP + "360902191201/");

        account(NEW_TOWNSHIP, person);
        clerk(NEW_TOWNSHIP).get(BASE + "filings/" + filing).then().statusCode(200);
        List.of("accumulators", "yearly-account")
                .forEach(what -> clerk(TOWNSHIP)
                        .get(BASE + "persons/" + person + "/" + what + "?benefitYear=2024")
                        .then()
                        .statusCode(404));

        String second = settle(bill.week(3).json()).statusCode(201).extract().path("settlementId");
        reverse(second, key()).statusCode(201);
        account(NEW_TOWNSHIP, person);
    }
}
