package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import jumin.testing.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A visit after an accident, in a city whose text pays for it. */
@ClaimsTest
class AccidentVisitTest extends Care {

    private static final String AREA = "150400";
    private static final String COUNTY_THERE = "150400/150402/";
    private static final String HOSPITAL_THERE = "H15040200001";

    private static RequestSpecification staff(String role, String login) {
        return as(Tokens.staff(role, login, COUNTY_THERE));
    }

    private UUID student() {
        post(as(Tokens.staff("system_admin", "admin", AREA + "/")), "providers", key(), """
                {"code": "%s", "name": "旗医院", "divisionPath": "%s", "level": "primary", "kind": "", "traditional": false,
                 "agreements": [{"qualification": "OUTPATIENT", "validFrom": "2024-01-01", "decision": "协议"}]}
                """.formatted(
                                HOSPITAL_THERE, COUNTY_THERE))
                .statusCode(201);
        as(Tokens.staff("policy", "policy", AREA + "/"))
                .body(Bills.CATALOGUE.replace("360900", AREA))
                .put(BASE + "catalogue/items")
                .then()
                .statusCode(200);
        var person = feeds.person(Ids.next(), "乌某", COUNTY_THERE + "150402001/150402001201/");
        feeds.covered(person, 2025, "2025-01-01", "2025-12-31");
        feeds.category(person, "student", "2025-01-01");
        return person;
    }

    private static io.restassured.response.ValidatableResponse visit(UUID person) {
        var bill = Bills.ofPerson(person)
                .careType("9903")
                .from("2025-05-20", "2025-05-20")
                .item("A-DRUG", "10", "10", "100.00");
        return post(hospital(HOSPITAL_THERE), "settlements", key(), bill.json());
    }

    @Test
    @DisplayName("第二十五条 意外伤害门诊：没有外伤申报的待定；查明没有第三人责任的付 80%")
    void anAccidentIsDeclaredBeforeItIsPaid() {
        var person = student();
        visit(person).statusCode(200).body("outcome", equalTo("HELD"));
        String filing = post(staff("county_reviewer", "reviewer"), "filings", key(), """
                        {"person": {"personId": "%s"}, "validFrom": "2025-05-20",
                         "details": {"trauma": {"course": "自己摔伤", "fundAdvance": false}}}
                        """.formatted(person))
                .statusCode(201)
                .extract()
                .path("id");
        staff("county_approver", "approver")
                .body("{\"opinion\": \"属实\", \"thirdPartyShare\": \"0\"}")
                .post(BASE + "filings/" + filing + "/approval")
                .then()
                .statusCode(200);

        visit(person).statusCode(201).body("amounts.poolPay", equalTo("80.00"));
    }
}
