package jumin.claims;

import static jumin.claims.Api.*;
import static org.hamcrest.Matchers.*;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ClaimsTest
class ProviderLevelTest extends Care {

    private static final String CODE = "H36090200013";

    @Test
    @DisplayName("医院升级：此前入院的按原级别的起付标准，当日起按新的；同一变更不能登记两次；更正登记各日都按此")
    void careIsJudgedByTheLevelOfItsDay() {
        provider(CODE, "升级医院", "secondary");
        entered("tertiary", "\"standingFrom\": \"2024-06-01\",").statusCode(201).body("level", equalTo("tertiary"));
        entered("tertiary", "\"standingFrom\": \"2024-06-01\",")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/standingFrom"));

        deductible("2024-05-31", "400.00");
        deductible("2024-06-01", "600.00");

        entered("primary", "").statusCode(201);
        deductible("2024-05-31", "400.00");
        deductible("2024-06-01", "100.00");
    }

    private static ValidatableResponse entered(String level, String from) {
        return post(admin(), "providers", key(), """
                {"code": "%s", "name": "升级医院", "divisionPath": "%s", "level": "%s", %s
                 "traditional": false, "agreements": []}
                """.formatted(CODE, COUNTY, level, from));
    }

    private void deductible(String admission, String expected) {
        var bill = Bills.ofPerson(covered("级某"))
                .from(admission, "2024-06-05")
                .item("A-SERVICE", "10", "100", "1000.00")
                .json();
        hospital(CODE)
                .body(bill)
                .post(BASE + "pre-settlements")
                .then()
                .statusCode(200)
                .body("amounts.deductible", equalTo(expected));
    }
}
