package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An injury billed as an ordinary stay (21). */
@ClaimsTest
class InjuryTest extends Care {

    private static Bills fracture(UUID person) {
        return Bills.ofPerson(person).diagnosis("S72.000", "股骨颈骨折").item("A-SERVICE", "100", "100", "10000.00");
    }

    private static String declared(UUID person) {
        return post(hospital(), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2024-03-01",
                         "details": {"trauma": {"course": "雪地滑倒", "fundAdvance": false}}}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static io.restassured.response.ValidatableResponse approve(String filing, String share) {
        return reviewer()
                .body("{\"opinion\": \"属实\"%s}".formatted(share))
                .post(BASE + "filings/" + filing + "/approval")
                .then();
    }

    @Test
    @DisplayName("第三十八条（二）、社会保险法第三十条：按普通住院报来的骨折，没有外伤申报的暂缓，写明要补什么；审批无第三人责任后照付")
    void anInjuryIsDeclaredWhateverItIsBilledAs() {
        var person = covered("鲁某");
        settle(fracture(person).json())
                .statusCode(200)
                .body("outcome", equalTo("HELD"), "amounts.fundPay", equalTo("0.00"))
                .body("reasons[0].code", equalTo("THIRD_PARTY_UNDECIDED"), "reasons[0].article", not(emptyString()))
                .body("reasons[0].cure", containsString("外伤申报"));

        var filing = declared(person);
        preSettle(fracture(person).json()).body("outcome", equalTo("HELD"));
        approve(filing, ", \"thirdPartyShare\": \"0\"").statusCode(200);
        settle(fracture(person).json())
                .statusCode(201)
                .body("outcome", equalTo("PAID"), "amounts.thirdPartyAmount", equalTo("0.00"));
    }

    @Test
    @DisplayName("审批时尚不知第三人责任的申报：查明后由另一人补写比例，不必重新申报")
    void theShareMayBeFoundAfterTheApproval() {
        var person = covered("韦某");
        var filing = declared(person);
        approve(filing, "").statusCode(200);
        settle(fracture(person).json()).body("outcome", equalTo("HELD"));

        approve(filing, ", \"thirdPartyShare\": \"0.3\"").statusCode(200);
        settle(fracture(person).json()).statusCode(201).body("amounts.thirdPartyAmount", equalTo("3000.00"));
        approve(filing, ", \"thirdPartyShare\": \"0\"")
                .statusCode(409)
                .body("code", equalTo("FILING_STATE_DIFFERS"), "detail", containsString("有效"))
                .body("detail", not(containsString("EFFECTIVE")));
    }

    @Test
    @DisplayName("待审批的申报按种类列出，审批后不再列；别的县看不到")
    void whatWaitsForApprovalIsListed() {
        var filing = declared(covered("任某"));
        var waiting = "filings?kind=TRAUMA&limit=1000";
        reviewer().get(BASE + waiting).then().statusCode(200).body("id", hasItem(filing));
        reviewer().get(BASE + "filings?kind=CHRONIC&limit=1000").then().body("id", not(hasItem(filing)));
        clerk("360900/360983/360983001/").get(BASE + waiting).then().body("id", not(hasItem(filing)));
        approve(filing, ", \"thirdPartyShare\": \"0\"").statusCode(200);
        reviewer().get(BASE + waiting).then().body("id", not(hasItem(filing)));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"S00.000, HELD", "T14.900, HELD", "T31.000, HELD", "T17.200, PAID", "T88.700, PAID", "R99, PAID"})
    @DisplayName("损伤、烧伤、冻伤须申报；异物、医疗并发症等不须")
    void whatIsAnInjury(String code, String outcome) {
        settle(Bills.ofPerson(covered("马某"))
                        .diagnosis(code, "诊断")
                        .item("A-SERVICE", "10", "100", "1000.00")
                        .json())
                .body("outcome", equalTo(outcome));
    }
}
