package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class AgencyReversalTest extends Care {

    private static ValidatableResponse ask(String settlement) {
        return post(reviewer(), "agency-reversals", key(), """
                {"settlementId": "%s", "reason": "票据系伪造"}
                """.formatted(settlement));
    }

    private static ValidatableResponse step(RequestSpecification by, String id, String step) {
        return by.body("{\"opinion\": \"核实\"}")
                .post(BASE + "agency-reversals/" + id + "/" + step)
                .then();
    }

    private static List<String> states(String settlement) {
        return approver()
                .get(BASE + "payouts?limit=1000&state=SET_OFF")
                .then()
                .extract()
                .path("findAll { it.settlementId == '" + settlement + "' }.state");
    }

    @Test
    @DisplayName("零星报销由经办机构冲正：一人提出、另一人批准；累计恢复，未付的抵销，可以重新申请")
    void aManualClaimIsReversedByTwoPersons() {
        var person = covered("金某");
        var settlement = FindingTest.reimbursed(person);
        String id = ask(settlement).statusCode(201).extract().path("id");
        ask(settlement).statusCode(409).body("code", equalTo("REVERSAL_STATE_DIFFERS"));
        step(as(Tokens.staff("county_approver", "reviewer", COUNTY)), id, "approval")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_NEEDS_TWO_PERSONS"));
        step(as(Tokens.staff("county_approver", "approver", "360900/360983/")), id, "approval")
                .statusCode(404);

        String reversal = step(approver(), id, "approval")
                .statusCode(200)
                .body("state", equalTo("DONE"), "decidedBy", equalTo("approver"))
                .extract()
                .path("reversalId");

        approver().get(BASE + "settlements/" + settlement).then().body("reversedBy", equalTo(reversal));
        assertThat(tables.sums(person), is(Map.of()));
        assertThat(states(settlement), contains("SET_OFF"));
        step(approver(), id, "rejection").statusCode(409).body("detail", containsString("已冲正"));
        ask(settlement).statusCode(409).body("code", equalTo("ALREADY_REVERSED"));
        ManualClaimTest.taken(person, ManualClaimTest.ALL);
    }

    @Test
    @DisplayName("协议有效的机构自己冲正；协议都已终止的，由经办机构冲正，不同意的可以再提出")
    void onlyWhereTheProviderCannot() {
        String own = settle(Bills.ofPerson(covered("金某"))
                        .item("A-DRUG", "10", "100", "1000.00")
                        .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        ask(own).statusCode(409).body("code", equalTo("SETTLEMENT_NOT_REVERSIBLE"), "detail", containsString("由该机构冲正"));

        var gone = "H36090200074";
        post(admin(), "providers", key(), """
                        {"code": "%s", "name": "已终止医院", "divisionPath": "%s", "level": "tertiary", "kind": "", "traditional": false,
                         "agreements": [{"qualification": "INPATIENT", "validFrom": "2024-01-01", "validTo": "2024-12-31",
                                         "decision": "协议"}]}
                        """.formatted(gone, COUNTY)).statusCode(201);
        var person = covered("金某");
        String settlement = post(
                        hospital(gone),
                        "settlements",
                        key(),
                        Bills.ofPerson(person)
                                .item("A-DRUG", "10", "100", "1000.00")
                                .json())
                .statusCode(201)
                .extract()
                .path("settlementId");
        String first = ask(settlement).statusCode(201).extract().path("id");
        step(approver(), first, "rejection").statusCode(200).body("state", equalTo("REJECTED"));
        String second = ask(settlement).statusCode(201).extract().path("id");
        reviewer().get(BASE + "agency-reversals?limit=1000").then().body("id", hasItem(second));
        step(approver(), second, "approval").statusCode(200);
        assertThat(tables.balances(person).getOrDefault("payable:" + gone, 0L), is(0L));
        assertThat(tables.payments(person), is(0L));
    }
}
