package jumin.contribution;

import static jumin.contribution.World.ROOT;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import jumin.testing.PostgresResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What was entered wrongly: refused where it can be seen, taken back by another person where not. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "database", value = "contribution"))
class FundCorrectionsTest extends FundCalls {

    private static ValidatableResponse owed(String path, String level, int year) {
        return finance(
                "government-subsidies",
                Map.of(
                        "divisionPath",
                        path,
                        "benefitYear",
                        year,
                        "level",
                        level,
                        "amount",
                        "1000.00",
                        "decisionNumber",
                        "演示3号"));
    }

    @Test
    @DisplayName("县级补助须记在县，中央、省、市级须记在统筹区；到账须与应收款同一区划")
    void levelAndPathOfADueAgree() {
        for (var wrong : Map.of("COUNTY", "360900/", "CITY", World.COUNTY, "CENTRAL", World.COUNTY)
                .entrySet()) {
            owed(wrong.getValue(), wrong.getKey(), 2024)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/divisionPath"));
        }
        String city = owed("360900/", "CITY", 2024).statusCode(201).extract().path("dueId");
        var elsewhere = receipt("GOVERNMENT_SUBSIDY", city, "1.00", "ZX" + World.next());
        elsewhere.put("divisionPath", World.COUNTY);
        finance("fund-receipts", elsewhere).statusCode(400).body("errors[0].pointer", equalTo("/divisionPath"));
    }

    @Test
    @DisplayName("记错的补助应收由另一人冲销：分录冲回，不再应收；有到账的先冲销到账")
    void aDueIsReversedByAnother() {
        var before = balance("GOVERNMENT_SUBSIDY_DUE", "");
        String id = owed(World.COUNTY, "COUNTY", 2024).statusCode(201).extract().path("dueId");
        var paid = receipt("GOVERNMENT_SUBSIDY", id, "400.00", "ZX" + World.next());
        paid.put("divisionPath", World.COUNTY);
        String receipt =
                finance("fund-receipts", paid).statusCode(201).extract().path("receiptId");

        reverseDue(id, "finance").statusCode(409).body("code", equalTo("FUND_DUE_NEEDS_TWO_PERSONS"));
        reverseDue(id, "finance2").statusCode(409).body("code", equalTo("FUND_DUE_HAS_RECEIPTS"));
        reverse(receipt, "finance2").statusCode(200);
        reverseDue(id, "finance2").statusCode(200).body("reversedBy", equalTo("finance2"));
        reverseDue(id, "finance2").statusCode(200);
        reverseDue(id, "finance3").statusCode(409).body("code", equalTo("FUND_DUE_REVERSED"));

        due(id, "2024-12-10").body("open", equalTo("0.00")).body("reversedBy", equalTo("finance2"));
        assertEquals(before, balance("GOVERNMENT_SUBSIDY_DUE", ""));
        paid.put("documentNo", "ZX" + World.next());
        finance("fund-receipts", paid).statusCode(422).body("code", equalTo("FUND_DUE_UNKNOWN"));
    }

    private static ValidatableResponse reverseDue(String id, String login) {
        return World.as("finance", login, "360900/")
                .body(Map.of("note", "记错级次"))
                .post(ROOT + "fund-dues/" + id + "/reversal")
                .then();
    }

    @Test
    @DisplayName("结算错的资助参保款由另一人冲销：所含分录留待下次结算，金额不多不少；有到账的先冲销到账")
    void aWrongAidBillIsReversed() {
        var payer = "finance";
        finance("aid-bills", Map.of("divisionPath", "360900/", "benefitYear", 2024, "payer", payer));
        var person = World.somebody();
        world.person(person, World.VILLAGE);
        world.enrollment(person, 2024, "ordinary", World.MINIMUM_LIVING, "ENROLLED", "");
        var wrong = Map.<String, Object>of(
                "divisionPath", "360900/", "benefitYear", 2024, "payer", payer, "dueOn", "2014-05-31");
        var bill = finance("aid-bills", wrong).statusCode(201).extract();
        String id = bill.path("dueId");
        finance("aid-bills", wrong).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
        reverseDue(id, "finance").statusCode(409).body("code", equalTo("FUND_DUE_NEEDS_TWO_PERSONS"));
        var before = balance("SUBSIDY_DUE", "");

        reverseDue(id, "finance2").statusCode(200).body("reversedBy", equalTo("finance2"));

        assertEquals(before, balance("SUBSIDY_DUE", ""));
        due(id, "2024-12-10").body("open", equalTo("0.00"));
        var right = Map.<String, Object>of(
                "divisionPath", "360900/", "benefitYear", 2024, "payer", payer, "dueOn", "2024-05-31");
        String amount = bill.path("amount");
        finance("aid-bills", right).statusCode(201).body("amount", equalTo(amount));
        finance("aid-bills", right).statusCode(422).body("code", equalTo("FUND_DUE_NOTHING"));
    }

    @Test
    @DisplayName("到账日期不在将来、不早于账簿和应收款的年度；超过尚欠的到账不收，指出怎么办")
    void aReceiptFitsItsDayAndItsDue() {
        String id = owed("360900/", "CITY", 2024).statusCode(201).extract().path("dueId");
        for (var day : List.of("2199-01-01", "2022-12-31")) {
            var wrong = receipt("GOVERNMENT_SUBSIDY", id, "1.00", "ZX" + World.next());
            wrong.put("receivedOn", day);
            finance("fund-receipts", wrong).statusCode(400).body("errors[0].pointer", equalTo("/receivedOn"));
        }
        var old = receipt("INTEREST", null, "1.00", "LX" + World.next());
        old.put("receivedOn", "1900-01-01");
        finance("fund-receipts", old).statusCode(400).body("errors[0].pointer", equalTo("/receivedOn"));
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "800.00", "ZX" + World.next()))
                .statusCode(201);
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "200.01", "ZX" + World.next()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/amount"), "errors[0].message", containsString("200.00"));
        finance("fund-receipts", receipt("GOVERNMENT_SUBSIDY", id, "200.00", "ZX" + World.next()))
                .statusCode(201);
        due(id, "2024-12-10").body("open", equalTo("0.00"));
    }

    @Test
    @DisplayName("记错的到账冲销后，真正的到账可以用同一到账单号登记")
    void aReversedReceiptFreesItsDocumentNumber() {
        var document = "LX" + World.next();
        String wrong = finance("fund-receipts", receipt("INTEREST", null, "120.00", document))
                .statusCode(201)
                .extract()
                .path("receiptId");
        reverse(wrong, "finance2").statusCode(200);
        finance("fund-receipts", receipt("INTEREST", null, "12.00", document)).statusCode(201);
        finance("fund-receipts", receipt("INTEREST", null, "12.00", document))
                .statusCode(409)
                .body("code", equalTo("FUND_RECEIPT_DOCUMENT_REUSED"));
    }
}
